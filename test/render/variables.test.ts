import { describe, expect, test } from '@jest/globals';
import { emitted } from '../../src/render/variables/emit.ts';
import { envsubst } from '../../src/render/variables/envsubst.ts';
import { applied, longestMade } from '../../src/render/variables/functions.ts';
import { matchesShell } from '../../src/render/variables/shell-pattern.ts';

/** § for the dollar of a variable. */
const dollars = (text: string) => text.replaceAll('§', '$');

/** As path.Match of fluxcd/pkg/envsubst decides: `undefined` where it calls the pattern bad. */
describe('a shell pattern of Flux', () => {
  test.each<[pattern: string, text: string, matches: boolean | undefined]>([
    ['', '', true],
    ['', 'a', false],
    ['a', '', false],
    ['a', 'a', true],
    ['a', 'b', false],
    ['ab', 'a', false],
    ['a', 'ab', false],
    ['?', 'a', true],
    ['?', '', false],
    ['?', 'ab', false],
    ['*', '', true],
    ['*', 'a/b', true],
    ['a*', 'a', true],
    ['a*', 'ab', true],
    ['a*', 'ba', false],
    ['*a', 'a', true],
    ['*a', 'ba', true],
    ['*a', 'bab', false],
    ['*a', 'aa', true],
    ['*ab', 'aab', true],
    ['**a', 'xa', true],
    ['a*b*c', 'a1b2c', true],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'a1c2b', false],
    ['*b*', 'abc', true],
    ['*x*', 'abc', false],
    ['\\*', '*', true],
    ['\\*', 'a', false],
    ['\\?', '?', true],
    ['\\?', 'a', false],
    ['a\\*b*', 'a*bc', true],
    ['a\\*b*', 'axbc', false],
    ['a\\', 'a', false],
    ['a\\', 'ab', undefined],
    ['\\', 'a', undefined],
    ['*\\', 'ab', undefined],
    ['a*\\', 'ab', undefined],
    ['[ab]', 'a', true],
    ['[ab]', 'b', true],
    ['[ab]', 'c', false],
    ['[ab]', '', false],
    ['[ab]c', 'bc', true],
    ['[ab]c', 'b', false],
    ['[b-d]', 'a', false],
    ['[b-d]', 'b', true],
    ['[b-d]', 'd', true],
    ['[b-d]', 'e', false],
    ['[^b-d]', 'c', false],
    ['[^b-d]', 'a', true],
    ['[^a]x', 'bx', true],
    ['[\\]]', ']', true],
    ['[\\]a]', 'a', true],
    ['[\\--/]', '.', true],
    ['[a\\-c]', 'b', false],
    ['[a*]b', '*b', true],
    ['[a*]*', 'ab', true],
    ['[a*]', 'ab', false],
    ['*[*]*', 'a*b', true],
    ['[\\*]*', '*b', true],
    ['[]a]', 'a', undefined],
    ['[-a]', 'a', undefined],
    ['[a-]', 'a', undefined],
    ['[a', 'a', undefined],
    ['[a-b', 'a', undefined],
    ['[^', 'a', undefined],
    ['[^]', 'a', undefined],
    ['[', 'a', undefined],
    ['[\\', 'a', undefined],
    ['*[', 'a', undefined],
    ['x*[a', 'xab', undefined],
    ['*b[', 'abc', undefined],
    [']*', ']a', true],
    ['a]*b', 'a]xb', true],
    ['[a]*b', 'axb', true],
    ['*b*c', 'aabc', true],
    ['[ab]*', 'cx', false],
    ['*?', 'a', true],
    ['*?', '', false],
    ['*a?', 'aab', true],
  ])('%s of %s: %s', (pattern, text, matches) => expect(matchesShell(pattern, text)).toBe(matches));
});

/** As fluxcd/pkg/envsubst computes it (funcs.go). */
describe('a function of a variable', () => {
  test.each<[operator: string, value: string, args: readonly string[], made: string | undefined]>([
    [',', 'ABC', [], 'aBC'],
    [',', '', [], ''],
    [',,', 'ABC', [], 'abc'],
    ['^', 'abc', [], 'Abc'],
    ['^', '', [], ''],
    ['^', '𐐨x', [], '𐐀x'],
    ['^^', 'aß', [], 'Aß'],
    ['#', 'äb', [], '3'],
    ['#', 'abab', ['*b'], 'ab'],
    ['##', 'abab', ['*b'], ''],
    ['%', 'abab', ['a*'], 'ab'],
    ['%%', 'abab', ['a*'], ''],
    ['#', 'abc', ['[a'], 'abc'],
    ['#', 'abc', ['x'], 'abc'],
    ['#', 'abc', [''], 'abc'],
    ['#', 'abc', ['abc'], ''],
    ['#', 'abc', ['*'], 'bc'],
    ['##', 'abc', [], 'abc'],
    ['%%', 'abc', [], 'abc'],
    ['%', 'abc', [], 'abc'],
    ['#', 'äb', ['ä'], undefined],
    ['#', 'ab', ['ä'], undefined],
    ['#', 'x'.repeat(500), ['x'], 'x'.repeat(499)],
    ['#', 'x'.repeat(501), ['x'], undefined],
    ['#', 'x', ['y'.repeat(500)], 'x'],
    ['#', 'x', ['y'.repeat(501)], undefined],
    [':', 'hello', ['1'], 'ello'],
    [':', 'hello', ['+1'], 'ello'],
    [':', 'hello', ['0'], 'hello'],
    [':', 'hello', ['5'], ''],
    [':', 'hello', ['-2'], 'lo'],
    [':', 'hello', ['-9'], 'hello'],
    [':', 'hello', ['1', '2'], 'el'],
    [':', 'hello', ['1', '0'], ''],
    [':', 'hello', ['1', '-1'], 'ell'],
    [':', 'hello', ['1', '-4'], ''],
    [':', 'hello', ['3', '-4'], ''],
    [':', 'hello', ['1', 'x'], 'hello'],
    [':', 'hello', ['x1'], 'hello'],
    [':', 'hello', ['1x'], 'hello'],
    [':', 'hello', ['1', '2x'], 'hello'],
    [':', 'hello', ['x', '2'], 'hello'],
    [':', 'hello', [], 'hello'],
    [':', 'hello', ['9223372036854775807'], ''],
    [':', 'hello', ['9223372036854775808'], 'hello'],
    [':', 'hello', ['-9223372036854775809'], 'hello'],
    ['/', 'aba', ['a', 'x'], 'xba'],
    ['/', 'aba', ['a', '$&'], '$&ba'],
    ['/', 'aba', ['z', 'x'], 'aba'],
    ['/', 'aba', ['', 'x'], 'xaba'],
    ['/', 'aba', ['a'], 'ba'],
    ['//', 'aba', ['a', 'x'], 'xbx'],
    ['//', 'aä', ['', '-'], '-a-ä-'],
    ['//', 'aba', [], 'aba'],
    ['/#', 'aba', ['a', 'x'], 'xba'],
    ['/#', 'aba', ['b', 'x'], 'aba'],
    ['/#', 'aba', ['a'], 'aba'],
    ['/#', 'undefinedb', [], 'undefinedb'],
    ['/%', 'aba', ['a', 'x'], 'abx'],
    ['/%', 'aba', ['b', 'x'], 'aba'],
    ['/%', 'aba', ['a'], 'aba'],
    [':-', '', ['a', 'b'], 'ab'],
    [':-', 'x', ['a'], 'x'],
    ['=', '', [], ''],
  ])('%s of %j with %j', (operator, value, args, made) => expect(applied(operator, value, args)).toBe(made));

  test('makes no text that is longer than five million characters, unless it becomes no longer by it', () => {
    const half = 'b'.repeat(longestMade / 2 - 1);
    expect(applied('//', 'a', ['a', half])?.length).toBe(half.length);
    expect(applied('//', 'aa', ['', half])).toBeUndefined();
    expect(applied('/', 'aa', ['a', 'b'.repeat(longestMade - 2)])?.length).toBe(longestMade - 1);
    expect(applied('/', 'aa', ['a', 'b'.repeat(longestMade - 1)])).toBeUndefined();
    expect(applied('//', 'ab'.repeat(longestMade / 2), ['a', 'b'])?.length).toBe(longestMade);
  });
});

describe('what is read of a text with variables', () => {
  const values = new Map([
    ['A', 'a/b'],
    ['E', ''],
    ['S', 'x\\y'],
    ['D', 'a$$b'],
  ]);
  test.each<[string, string | undefined]>([
    ['§{A#a/}', 'b'],
    ['§{A###}', 'a/b'],
    ['§{S#x\\\\}', 'y'],
    ['§{E:-a\\/b}', 'a\\/b'],
    ['§{E:-a§§b}', 'a§§b'],
    ['§{A:\\/}', 'a/b'],
    ['§{A:0:\\/}', 'a/b'],
    ['§{A/a\\/b/c}', 'c'],
    ['§{A/a/c\\/d}', 'c/d/b'],
    ['§{D/§§/-}', 'a-§b'],
    ['§{A/a/c§§}', 'c§/b'],
    ['§{A/xa\\/b/c}', 'a/b'],
    ['§{A:}', undefined],
    ['§{A::}', undefined],
    ['§{A:0:}', undefined],
    ['§{A:0:1', undefined],
    ['§{A:', undefined],
    ['§{A/}', undefined],
    ['§{A//}', undefined],
    ['§{A#}', undefined],
    ['§{A^^^}', undefined],
    ['§{#}', undefined],
    ['§{#A', undefined],
    ['§{E:-§{', undefined],
    ['§{X:-§{Y}}§{E:-§{Y}}', '§{Y}§{Y}'],
    ['§{E:-§{X:-§{Y}}}', '§{Y}'],
    ['§{X:-a§{Y}b§{E:-§{Z}}}', 'a§{Y}b§{Z}'],
    ['§{X:-§{A}§{Y}}', 'a/b§{Y}'],
    ['§{A:-§{X}}', 'a/b'],
    ['§{A/a/§{E:-§{X}}}', '§{X}'],
    ['§{A/a/§{A:-§{X}}}', 'a/b/b'],
    ['§{A/a/§{Y:-§{X}}}', '§{X}'],
    ['§{A/a/§{Y:-§{A}§{X}}}', '§{X}'],
    ['a\0b', undefined],
  ])('%s', (source, expected) =>
    expect(envsubst(dollars(source), { values, isOpen: false })).toBe(
      expected === undefined ? undefined : dollars(expected),
    ),
  );

  test('fifty variables in each other are read, one more is not', () => {
    const nested = (depth: number) => `${dollars('§{E:-').repeat(depth)}x${'}'.repeat(depth)}`;
    expect(envsubst(nested(51), { values, isOpen: false })).toBe('x');
    expect(envsubst(nested(52), { values, isOpen: false })).toBeUndefined();
  });

  test('five million characters are made, and no more', () => {
    const long = {
      values: new Map([
        ['L', 'x'.repeat(longestMade)],
        ['E', ''],
      ]),
      isOpen: false,
    };
    expect(envsubst(dollars('§{L}'), long)?.length).toBe(longestMade);
    expect(envsubst(dollars('§{L}§{E}a'), long)?.length).toBe(longestMade + 1);
    expect(envsubst(dollars('§{E:-§{L}}'), long)?.length).toBe(longestMade);
    expect(envsubst(dollars('§{E:-§{L}a}'), long)).toBe(dollars('§{E}'));
  });
});

/** Quotes are where sigs.k8s.io/yaml writes them, for what a variable may be in. */
describe('an object is written as the YAML that Flux replaces variables in', () => {
  test.each<[unknown, string]>([
    [{ b: 1, a: true }, '"a": true\n"b": 1\n'],
    [{ a: null, c: [], d: {} }, '"a": null\n"c": []\n"d": {}\n'],
    [{ a: ['x', 1] }, '"a":\n- "x"\n- 1\n'],
    [{ a: { b: { c: 1 } } }, '"a":\n  "b":\n    "c": 1\n'],
    [{ a: [{ b: 1, c: [2] }] }, '"a":\n- "b": 1\n  "c":\n  - 2\n'],
    [{ a: [[1, 2], []] }, '"a":\n- - 1\n  - 2\n- []\n'],
    [{ a: '§V' }, '"a": §V\n'],
    [{ a: '}' }, '"a": \'}\'\n'],
    [{ '§K': 1 }, '§K: 1\n'],
    [{ 'a\n§K': 1 }, '"a\\n§K": 1\n'],
    [{ a: '-§V' }, '"a": -§V\n'],
    [{ a: '- §V' }, '"a": \'- §V\'\n'],
    [{ a: '? §V' }, '"a": \'? §V\'\n'],
    [{ a: '---§V' }, '"a": \'---§V\'\n'],
    [{ a: 'x ---§V' }, '"a": x ---§V\n'],
    [{ a: '...§V' }, '"a": \'...§V\'\n'],
    [{ a: ' §V' }, '"a": \' §V\'\n'],
    [{ a: '§V ' }, '"a": \'§V \'\n'],
    [{ a: '§V x' }, '"a": §V x\n'],
    [{ a: '§V #x' }, '"a": \'§V #x\'\n'],
    [{ a: '§V#x' }, '"a": §V#x\n'],
    [{ a: '§V: x' }, '"a": \'§V: x\'\n'],
    [{ a: '§V:' }, '"a": \'§V:\'\n'],
    [{ a: '§V:x' }, '"a": §V:x\n'],
    [{ a: "'§V'" }, "\"a\": '''§V'''\n"],
    [{ a: "it's §V" }, '"a": it\'s §V\n'],
    [{ a: '\u0007§V' }, '"a": "\\u0007§V"\n'],
    [{ a: '§V\n' }, '"a": |2\n  §V\n'],
    [{ a: '§V\nx' }, '"a": |2-\n  §V\n  x\n'],
    [{ a: '\n§V' }, '"a": |2-\n\n  §V\n'],
    [{ a: '§V\n\n' }, '"a": |2+\n  §V\n\n'],
    [{ a: { b: '§V\n' } }, '"a":\n  "b": |2\n    §V\n'],
    [{ a: ['§V\n\nx\n'] }, '"a":\n- |2\n  §V\n\n  x\n'],
    [{ a: '§V \nx' }, '"a": "§V \\nx"\n'],
    [{ a: '§V\nx ' }, '"a": "§V\\nx "\n'],
    [{ a: '§V\n\u0007' }, '"a": "§V\\n\\u0007"\n'],
    [{ a: '§V y\nx' }, '"a": |2-\n  §V y\n  x\n'],
    ['-', '"-"\n'],
  ])('%j', (value, yaml) => {
    const [object, text] = [JSON.parse(dollars(JSON.stringify(value))) as unknown, dollars(yaml)];
    expect(emitted(object)).toBe(text);
  });
});
