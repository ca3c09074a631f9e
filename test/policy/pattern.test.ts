import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Pattern } from '../../src/policy/pattern.ts';
import { UnreadPatternError } from '../../src/policy/pattern-syntax.ts';
import { superlinearAt } from '../growth.ts';
import { runs } from '../thorough.ts';

const found = (pattern: string, text: string) =>
  new Pattern(pattern).findAll([...text]).map(({ start, end }) => [...text].slice(start, end).join(''));

describe('all matches of a pattern', () => {
  test.each([
    ['acme_[0-9a-z]{4}', 'x acme_12ab acme_1 acme_zzzz9', ['acme_12ab', 'acme_zzzz']],
    ['a|ab|abc', 'abcabx', ['abc', 'ab']],
    ['ab*', 'abbbab', ['abbb', 'ab']],
    ['\\bkey\\b', 'key monkey key', ['key', 'key']],
    ['é+', 'caféé é', ['éé', 'é']],
    ['a*', 'bbaab', ['aa']],
    ['^ab$', 'ab', ['ab']],
    ['^ab', 'abab', ['ab']],
    ['x(y|z)', '😀xz', ['xz']],
  ])('%s in %s', (pattern, text, matches) => {
    expect(found(pattern, text)).toEqual(matches);
  });

  test('begin where JavaScript’s do, and are none shorter', () => {
    const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '.', '(a|b)', '(ab|a)', 'a{1,2}', 'b?', 'c*');
    const pattern = fc.array(atom, { minLength: 1, maxLength: 5 }).map((atoms) => atoms.join(''));
    fc.assert(
      fc.property(pattern, fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 }), (source, text) => {
        const [first] = new Pattern(source).findAll([...text]);
        // The leftmost match that is not empty.
        const longest = Array.from({ length: text.length }, (_, start) =>
          Array.from({ length: text.length - start }, (_, size) => text.slice(start, text.length - size)).find((part) =>
            new RegExp(`^(?:${source})$`).test(part),
          ),
        );
        const start = longest.findIndex((part) => part !== undefined);
        const expected = start < 0 ? undefined : { start, end: start + (longest[start]?.length ?? 0) };
        expect([source, text, first]).toEqual([source, text, expected]);
      }),
      { numRuns: runs(1000) },
    );
  });

  test('take a time that grows as the text does', () => {
    for (const pattern of ['(a*)*b', '(a|aa)+c', 'aaa[a-z]{1,50}x'])
      expect([pattern, superlinearAt((size) => found(pattern, 'a'.repeat(size)), 4096)]).toEqual([pattern, undefined]);
  });
});

/** Of each character whether the pattern matches it alone. */
const taken = (pattern: string, chars: string) =>
  [...chars].filter((char) => found(`^${pattern}$`, char).length > 0).join('');

describe('what matches one character', () => {
  const all = 'aAbzZéÉ059_- \t\n\r\f\v.^]\\/';

  test.each([
    ['a', 'a'],
    ['.', 'aAbzZéÉ059_- \t\r\f\v.^]\\/'],
    ['(?s).', all],
    ['(?s:.)', all],
    ['(?is)A', 'aA'],
    ['\\d', '059'],
    ['\\D', 'aAbzZéÉ_- \t\n\r\f\v.^]\\/'],
    ['\\w', 'aAbzZ059_'],
    ['\\W', 'éÉ- \t\n\r\f\v.^]\\/'],
    ['\\s', ' \t\n\r\f'],
    ['\\S', 'aAbzZéÉ059_-\v.^]\\/'],
    ['\\t', '\t'],
    ['\\n', '\n'],
    ['\\r', '\r'],
    ['\\f', '\f'],
    ['\\v', '\v'],
    ['\\.', '.'],
    ['\\\\', '\\'],
    ['\\-', '-'],
    ['\\/', '/'],
    ['[a-z]', 'abz'],
    ['[^a-z]', 'AZéÉ059_- \t\n\r\f\v.^]\\/'],
    ['(?i)[a-b]', 'aAb'],
    ['(?i)[^a-b]', 'zZéÉ059_- \t\n\r\f\v.^]\\/'],
    ['(?i)é', 'éÉ'],
    ['(?i:z)', 'zZ'],
    ['(?:z)', 'z'],
    ['(?P<name>z)', 'z'],
    ['(?<name>z)', 'z'],
    ['[]a]', 'a]'],
    ['[^]a]', 'AbzZéÉ059_- \t\n\r\f\v.^\\/'],
    ['[a^]', 'a^'],
    ['[a-]', 'a-'],
    ['[-a]', 'a-'],
    ['[\\d-]', '059-'],
    ['[\\w\\-]', 'aAbzZ059_-'],
    ['[\\]]', ']'],
    ['[\\n\\t]', '\t\n'],
    ['[.\\\\]', '.\\'],
    ['[b-b]', 'b'],
    ['[ -~]', 'aAbzZ059_- .^]\\/'],
    ['a|z', 'az'],
    ['(a|z|)', 'az'],
  ])('%s', (pattern, expected) => {
    expect([...taken(pattern, all)].toSorted()).toEqual([...expected].toSorted());
  });

  test('is one of its bell too, and of those beyond 16 bits', () => {
    expect(taken('\\a', 'a\x07')).toBe('\x07');
    expect(taken('[\u{1f600}-\u{1f602}]', '\u{1f5ff}\u{1f600}\u{1f602}\u{1f603}')).toBe('\u{1f600}\u{1f602}');
  });
});

describe('places and repetitions', () => {
  const isIn = (pattern: string, text: string) => new Pattern(pattern).isIn(text);

  test.each<[string, string[], string[]]>([
    ['^ab', ['ab', 'abc'], ['xab', '\nab', 'a']],
    ['ab$', ['ab', 'xab'], ['abx', 'ab\n']],
    ['\\Aab\\z', ['ab'], ['abx', 'xab', 'ab\n']],
    ['\\bab\\b', ['ab', 'x ab.', '-ab-', 'éabé'], ['xab', 'abx', 'ab_', '0ab']],
    ['\\Bab\\B', ['xabx', '_ab0'], ['ab', 'xab', 'abx', ' ab ']],
    ['ab?c', ['ac', 'abc'], ['abbc']],
    ['ab*c', ['ac', 'abc', 'abbbc'], ['adc']],
    ['ab+c', ['abc', 'abbbc'], ['ac']],
    ['ab{2}c', ['abbc'], ['abc', 'abbbc', 'ac']],
    ['ab{1,2}c', ['abc', 'abbc'], ['ac', 'abbbc']],
    ['ab{2,}c', ['abbc', 'abbbbc'], ['abc']],
    ['ab{0}c', ['ac'], ['abc']],
    ['ab{0,1}c', ['ac', 'abc'], ['abbc']],
    ['ab{2,2}c', ['abbc'], ['abc', 'abbbc']],
    ['a{,2}c', ['a{,2}c'], ['ac', 'aac']],
    ['a{b}', ['a{b}'], ['ab']],
    ['a{', ['a{'], ['a']],
    ['a+?b', ['aab'], ['b']],
    ['(ab)+c', ['ababc'], ['ac']],
    ['(?i)aB', ['Ab', 'AB'], ['ac']],
    ['a(?i)b(?s).c', ['aB\nC'], ['AB\nc']],
    ['a(?i:b)c', ['aBc'], ['aBC', 'Abc']],
    ['(a(?i)b)c', ['aBc'], ['aBC']],
    ['a(?i:b(?s:.))c.', ['aB\ncx'], ['aB\nc\n', 'aB\nCx']],
    ['a|(?i)b|c', ['a', 'B', 'C'], ['A']],
    ['|a', ['', 'b'], []],
    ['', ['', 'a'], []],
    ['a||b', ['', 'x'], []],
  ])('%s', (pattern, inside, outside) => {
    expect(inside.filter((text) => isIn(pattern, text) !== true)).toEqual([]);
    expect(outside.filter((text) => isIn(pattern, text) !== false)).toEqual([]);
  });

  test('that match nothing are no match of their own', () => {
    expect(found('\\b', 'ab cd')).toEqual([]);
    expect(found('a*|b', 'bab')).toEqual(['b', 'a', 'b']);
    expect(new Pattern('ab').findAll([...'abxab'])).toEqual([
      { start: 0, end: 2 },
      { start: 3, end: 5 },
    ]);
  });
});

describe('what a pattern cannot be', () => {
  const nested = (depth: number) => `${'('.repeat(depth)}a${')'.repeat(depth)}`;

  test.each<[string, string, string]>([
    ['2001 characters', 'a'.repeat(2001), 'at character 2001: it has more than 2000 characters'],
    ['3001 steps', '[ab]{1000}'.repeat(3), 'at character 1: it has more than 3000 steps'],
    ['100 groups in each other', nested(100), 'at character 101: more than 100 groups inside each other'],
    ['a bracket that is closed', 'ab)', 'at character 3: a ")" that nothing opens'],
    ['a group without an end', 'a(b', 'at character 2: a group that is not closed'],
    ['an escape without an end', 'a\\', 'at character 3: it ends in the middle of an escape or a repetition'],
    ['look-ahead', 'a(?=b)', 'at character 2: look-around, which RE2 does not have'],
    ['look-ahead for nothing', 'a(?!b)', 'at character 2: look-around, which RE2 does not have'],
    ['look-behind', '(?<=b)', 'at character 1: look-around, which RE2 does not have'],
    ['look-behind for nothing', '(?<!b)', 'at character 1: look-around, which RE2 does not have'],
    ['an unknown flag', 'a(?x:b)', 'at character 2: a group with flags other than i and s'],
    ['flags that are taken away', 'a(?-i)b', 'at character 2: a group with flags other than i and s'],
    ['a name without an end', 'a(?<b', 'at character 2: a group with flags other than i and s'],
    ['a name that is too long', `(?<${'b'.repeat(101)}>c)`, 'at character 1: a group with flags other than i and s'],
    ['a repetition of nothing', 'a|*', 'at character 3: nothing is there that could be repeated'],
    ['a count of nothing', 'a({2})', 'at character 3: nothing is there that could be repeated'],
    ['a repetition twice', 'a**', 'at character 4: a repetition of a repetition'],
    ['a repetition of a lazy one', 'a+?*', 'at character 5: a repetition of a repetition'],
    ['a count of a repetition', 'a*{2}', 'at character 6: a repetition of a repetition'],
    [
      'a count of too many',
      'ab{1001}',
      'at character 3: a repetition that ends before it begins, or of more than 1000 times',
    ],
    [
      'a count up to too many',
      'a{1,1001}',
      'at character 2: a repetition that ends before it begins, or of more than 1000 times',
    ],
    [
      'a count from too many',
      'a{1001,}',
      'at character 2: a repetition that ends before it begins, or of more than 1000 times',
    ],
    [
      'a count that goes down',
      'a{3,2}',
      'at character 2: a repetition that ends before it begins, or of more than 1000 times',
    ],
    ['a class without an end', 'a[b', 'at character 2: a class that is not closed'],
    ['an empty class', 'a[]', 'at character 2: a class that is not closed'],
    ['a range without an end', 'a[b-', 'at character 5: a class that is not closed'],
    ['a range that goes down', 'a[c-b]', 'at character 6: a range whose end is before its start'],
    ['a range up to a class', '[a-\\w]', 'at character 6: a range that ends in a class'],
    [
      'a class by its name',
      '[a[:digit:]]',
      'at character 3: a class by name; write its characters: [A-Za-z] for [[:alpha:]]',
    ],
    ['a class of Unicode', 'a\\pL', 'at character 2: a class of Unicode; write its characters'],
    ['what is not in a class of Unicode', '\\PL', 'at character 1: a class of Unicode; write its characters'],
    ['a back-reference', '(a)\\1', 'at character 4: a back-reference, which RE2 does not have'],
    ['the last back-reference', '(a)\\9', 'at character 4: a back-reference, which RE2 does not have'],
    ['an octal escape', 'a\\0', 'at character 2: an escape that is not read here'],
    ['an unknown escape', 'a\\y', 'at character 2: an escape that is not read here'],
    ['an escape of a blank', 'a\\ ', 'at character 2: an escape that is not read here'],
    ['an escape of what is no ASCII', 'a\\é', 'at character 2: an escape that is not read here'],
    ['an unknown escape in a class', '[\\b]', 'at character 2: an escape that is not read here'],
  ])('%s', (_, pattern, message) => {
    expect(() => new Pattern(pattern)).toThrow(
      new UnreadPatternError(message.replace(/^at character \d+: /, ''), Number(/\d+/.exec(message)?.[0]) - 1),
    );
    expect(() => new Pattern(pattern)).toThrow(message);
  });

  test('is not 99 groups in each other, nor a name of 100 characters', () => {
    expect(new Pattern(nested(99)).isIn('a')).toBe(true);
    expect(new Pattern(`(?<${'b'.repeat(100)}>c)`).isIn('c')).toBe(true);
    expect(new Pattern('((a)(b))'.repeat(60)).size).toBe(302);
    expect(new Pattern('a{0001,1000}').size).toBe(2001);
  });

  test('is not what is just as large as it may be', () => {
    expect(new Pattern('a'.repeat(2000)).size).toBe(2002);
    expect(new Pattern(nested(99)).isIn('a')).toBe(true);
    expect(new Pattern(`[ab]{1000}[ab]{1000}[ab]{998}`).size).toBe(3000);
    expect(() => new Pattern(`[ab]{1000}[ab]{1000}[ab]{999}`)).toThrow('it has more than 3000 steps');
    expect(new Pattern('[ab]{0,1000}').size).toBe(2002);
    expect(new Pattern(`(?<${'b'.repeat(100)}>c)`).isIn('c')).toBe(true);
  });
});

test('what every match holds', () => {
  const needed = (pattern: string) => new Pattern(pattern).needed;
  expect(needed('acme_[0-9]{4}x')).toEqual(['acme_', 'x']);
  expect(needed('a\\bb^c$')).toEqual(['abc']);
  expect(needed('ab(cd)e')).toEqual(['abcde']);
  expect(needed('ab|cd')).toEqual([]);
  expect(needed('a(b|c)d')).toEqual(['a', 'd']);
  expect(needed('ab?c*d+')).toEqual(['a']);
  expect(needed('(?i)a')).toEqual([]);
  expect(needed('a(?i)b(?:c)')).toEqual(['a']);
  expect(needed('.a.')).toEqual(['a']);
  expect(needed('')).toEqual([]);
});

describe('the work of one pattern', () => {
  test('is bounded: of a text that is too long and may hold it, it says nothing', () => {
    const pattern = new Pattern('[ab]c');
    expect(pattern.isIn(`${'x'.repeat(1998)}ac`)).toBe(true);
    expect(pattern.isIn(`${'x'.repeat(1999)}ac`)).toBeUndefined();
    expect(pattern.isIn('x'.repeat(3000))).toBe(false);
  });

  test('is counted in steps', () => {
    const pattern = new Pattern('a');
    expect([pattern.size, pattern.taken]).toEqual([3, 0]);
    expect([pattern.findAll(['b']), pattern.taken]).toEqual([[], 4]);
    expect([new Pattern('.').isIn('b'), pattern.isIn('ba'), pattern.taken]).toEqual([true, true, 4 + 7]);
  });

  test('is done once for each text', () => {
    const pattern = new Pattern('a[bc]');
    expect([pattern.isIn('xab'), pattern.isIn('xad')]).toEqual([true, false]);
    const { taken } = pattern;
    expect(taken).toBeGreaterThan(0);
    expect([pattern.isIn('xab'), pattern.isIn('xad'), pattern.taken]).toEqual([true, false, taken]);
  });
});
