import { describe, expect, test } from '@jest/globals';
import { attributesIn } from '../../src/git/attributes/effective-attributes.ts';
import { compilePattern, matchesWhole } from '../../src/git/attributes/wildmatch.ts';

const matches = (pattern: string, text: string): boolean | undefined => {
  const compiled = compilePattern(pattern);
  return compiled && matchesWhole(compiled, text);
};

// The answers of git's own tests of wildmatch with WM_PATHNAME (t/t3070-wildmatch.sh).
describe('a pattern matches as git’s wildmatch does', () => {
  test.each<[string, string, boolean]>([
    ['foo', 'foo', true],
    ['foo', 'bar', false],
    ['', '', true],
    ['', 'a', false],
    ['a', '', false],
    ['???', 'foo', true],
    ['??', 'foo', false],
    ['*', 'foo', true],
    ['f*', 'foo', true],
    ['*f', 'foo', false],
    ['*foo*', 'foo', true],
    ['*ob*a*r*', 'foobar', true],
    ['*ab', 'aaaaaaabababab', true],
    ['foo\\*', 'foo*', true],
    ['foo\\*bar', 'foobar', false],
    ['f\\\\oo', 'f\\oo', true],
    ['*[al]?', 'ball', true],
    ['[ten]', 'ten', false],
    ['**[!te]', 'ten', true],
    ['**[!ten]', 'ten', false],
    ['t[a-g]n', 'ten', true],
    ['t[!a-g]n', 'ten', false],
    ['t[!a-g]n', 'ton', true],
    ['t[^a-g]n', 'ton', true],
    ['a[]]b', 'a]b', true],
    ['a[]-]b', 'a-b', true],
    ['a[]-]b', 'a]b', true],
    ['a[]-]b', 'aab', false],
    ['a[]a-]b', 'aab', true],
    [']', ']', true],
    ['foo*bar', 'foo/baz/bar', false],
    ['foo**bar', 'foo/baz/bar', false],
    ['foo**bar', 'foobazbar', true],
    ['foo/**/bar', 'foo/baz/bar', true],
    ['foo/**/**/bar', 'foo/baz/bar', true],
    ['foo/**/bar', 'foo/b/a/z/bar', true],
    ['foo/**/**/bar', 'foo/b/a/z/bar', true],
    ['foo/**/bar', 'foo/bar', true],
    ['foo/**/**/bar', 'foo/bar', true],
    ['foo?bar', 'foo/bar', false],
    ['foo[/]bar', 'foo/bar', false],
    ['foo[^a-z]bar', 'foo/bar', false],
    ['f[^eiu][^eiu][^eiu][^eiu][^eiu]r', 'foo/bar', false],
    ['f[^eiu][^eiu][^eiu][^eiu][^eiu]r', 'foo-bar', true],
    ['**/foo', 'foo', true],
    ['**/foo', 'XXX/foo', true],
    ['**/foo', 'bar/baz/foo', true],
    ['*/foo', 'bar/baz/foo', false],
    ['**/bar*', 'foo/bar/baz', false],
    ['**/bar/*', 'deep/foo/bar/baz', true],
    ['**/bar/*', 'deep/foo/bar/baz/', false],
    ['**/bar/**', 'deep/foo/bar/baz/', true],
    ['**/bar/*', 'deep/foo/bar', false],
    ['**/bar/**', 'deep/foo/bar/', true],
    ['**/bar**', 'foo/bar/baz', false],
    ['*/bar/**', 'foo/bar/baz/x', true],
    ['*/bar/**', 'deep/foo/bar/baz/x', false],
    ['**/bar/*/*', 'deep/foo/bar/baz/x', true],
    ['a[c-c]st', 'acrt', false],
    ['a[c-c]rt', 'acrt', true],
    ['[!]-]', ']', false],
    ['[!]-]', 'a', true],
    ['\\]', ']', true],
    ['[[:alpha:]][[:digit:]][[:upper:]]', 'a1B', true],
    ['[[:digit:][:upper:][:space:]]', 'a', false],
    ['[[:digit:][:upper:][:space:]]', 'A', true],
    ['[[:digit:][:upper:][:space:]]', '1', true],
    ['[[:digit:][:upper:][:space:]]', ' ', true],
    ['[[:digit:][:upper:][:space:]]', '.', false],
    ['[[:digit:][:punct:][:space:]]', '.', true],
    ['[[:xdigit:]]', '5', true],
    ['[[:xdigit:]]', 'f', true],
    ['[[:xdigit:]]', 'D', true],
    ['[[:xdigit:]]', 'g', false],
    [
      '[[:alnum:][:alpha:][:blank:][:cntrl:][:digit:][:graph:][:lower:][:print:][:punct:][:space:][:upper:][:xdigit:]]',
      '_',
      true,
    ],
    ['[^[:alnum:][:alpha:][:blank:][:cntrl:][:digit:][:lower:][:space:][:upper:][:xdigit:]]', '.', true],
    ['[a-c[:digit:]x-z]', '5', true],
    ['[a-c[:digit:]x-z]', 'b', true],
    ['[a-c[:digit:]x-z]', 'y', true],
    ['[a-c[:digit:]x-z]', 'q', false],
    ['[\\\\-^]', ']', true],
    ['[\\\\-^]', '[', false],
    ['[\\-_]', '-', true],
    ['[\\]]', ']', true],
    ['[\\]]', '\\]', false],
    ['[,]', ',', true],
    ['[\\\\,]', '\\', true],
    ['[,-.]', '-', true],
    ['[,-.]', '+', false],
    ['[,-.]', '-.]', false],
    ['[\\1-\\3]', '2', true],
    ['[\\1-\\3]', '3', true],
    ['[\\1-\\3]', '4', false],
    ['[[-\\]]', '\\', true],
    ['[[-\\]]', '[', true],
    ['[[-\\]]', ']', true],
    ['[[-\\]]', '-', false],
    ['[--A]', '-', true],
    ['[--A]', '5', true],
    ['[ --]', '-', true],
    ['[ --]', '$', true],
    ['[ --]', '0', false],
    ['[---]', '-', true],
    ['[------]', '-', true],
    ['[a-e-n]', 'j', false],
    ['[a-e-n]', '-', true],
    ['[!------]', 'a', true],
    ['[]-a]', '[', false],
    ['[]-a]', '^', true],
    ['[!]-a]', '^', false],
    ['[!]-a]', '[', true],
    ['[a^bc]', '^', true],
    ['[a-]b]', '-b]', true],
    ['[\\]', '\\', false],
    ['[!]a-]', ']', false],
    ['-*-*-*-*-*-*-12-*-*-*-m-*-*-*', '-adobe-courier-bold-o-normal--12-120-75-75-m-70-iso8859-1', true],
    ['-*-*-*-*-*-*-12-*-*-*-m-*-*-*', '-adobe-courier-bold-o-normal--12-120-75-75-X-70-iso8859-1', false],
    ['**/*a*b*g*n*t', 'abcd/abcdefg/abcdefghijk/abcdefghijklmnop.txt', true],
    ['**/*a*b*g*n*t', 'abcd/abcdefg/abcdefghijk/abcdefghijklmnop.txtz', false],
    ['*/*/*', 'foo', false],
    ['*/*/*', 'foo/bb/aa/rr', false],
    ['**/**/**', 'foo/bb/aa/rr', true],
    ['*X*i', 'abcXdefXghi', true],
    ['*/*X*/*/*i', 'ab/cXd/efXg/hi', true],
    ['**/*X*/**/*i', 'ab/cXd/efXg/hi', true],
    ['*a', 'xa\ny', false],
  ])('%s on %s: %p', (pattern, text, expected) => expect(matches(pattern, text) ?? false).toBe(expected));

  test.each(['[', '[a', '[!', '[^', '[]', '[-', '[a-', '[[:nope:]]', 'a\\', '[\\', '[a-\\', '[[:alpha:'])(
    '%s is broken',
    (pattern) => {
      expect(compilePattern(pattern)).toBeUndefined();
    },
  );
});

// gitattributes(5); attr.c.
describe('attributes of a path', () => {
  const of = (files: Readonly<Record<string, string>>, path: string, ...wanted: readonly string[]) => {
    const bytes = new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'latin1')]));
    const found = attributesIn(bytes, new Set(wanted.length === 0 ? ['diff', 'text', 'mine'] : wanted))(path);
    return [...found]
      .map(
        ([name, { value, file, line }]) =>
          `${name}=${typeof value === 'object' ? `"${value.text}"` : value} ${file}:${line}`,
      )
      .sort();
  };
  const one = (text: string, path = 'a.yaml', ...wanted: readonly string[]) =>
    of({ '.gitattributes': text }, path, ...wanted);
  const top = (what: string, line = 1) => [`${what} .gitattributes:${line}`];

  test.each<[string, string, string, readonly string[]]>([
    ['is set', '*.yaml diff', 'x/a.yaml', top('diff=true')],
    ['is unset', '*.yaml -diff', 'a.yaml', top('diff=false')],
    ['is not specified', '*.yaml !diff', 'a.yaml', top('diff=unspecified')],
    ['has a value', '*.yaml diff=a=b', 'a.yaml', top('diff="a=b"')],
    ['has an empty value', '*.yaml diff=', 'a.yaml', top('diff=""')],
    ['is said by the last line', '*.yaml -diff\n# x\n\n*.yaml diff', 'a.yaml', top('diff=true', 4)],
    ['is said by the last word', '*.yaml -diff diff', 'a.yaml', top('diff=true')],
    ['is of a macro', '[attr]hide -diff\n*.yaml hide', 'a.yaml', top('diff=false', 2)],
    ['is not of a macro that is unset', '[attr]hide -diff\n*.yaml -hide', 'a.yaml', []],
    ['is of the macro that git brings along', '*.yaml binary', 'a.yaml', [...top('diff=false'), ...top('text=false')]],
    ['is of no macro with a blank before its name', '[attr] \thide -diff\n*.yaml hide', 'a.yaml', []],
    ['is none of a macro without a name', '[attr] \n[attr]* diff', 'a.yaml', []],
    ['is none of a name that is none', '*.yaml diff ~x\n*.yaml -diff -', 'a.yaml', []],
    ['is of no negated pattern', '!a.yaml diff', 'a.yaml', []],
    ['is of a broken pattern', '[a.yaml diff', '[a.yaml', []],
    ['is of a quoted pattern', '"a\\040b\\tc\\"" diff', 'a b\tc"', top('diff=true')],
    ['is of a pattern whose quote does not end', '"a diff', '"a', top('diff=true')],
    ['is of a pattern whose escape git does not know', '"\\x" diff', 'x', []],
    ['is of a line with a mark and a carriage return', '\xef\xbb\xbf*.yaml diff\r', 'a.yaml', top('diff=true')],
    ['is of a line with blanks before it', ' \t*.yaml\tdiff', 'a.yaml', top('diff=true')],
    ['is of a set of letters that looks like a macro', '[attr] diff', 't', top('diff=true')],
    ['is of an exact name', 'a.yaml diff', 'x/y/a.yaml', top('diff=true')],
    ['is of an exact path', 'x/a.yaml diff', 'x/a.yaml', top('diff=true')],
    ['is of no path further down', 'x/a.yaml diff', 'y/x/a.yaml', []],
    ['is of a path from the top', '/a.yaml diff', 'a.yaml', top('diff=true')],
    ['is of a path from the top only', '/a.yaml diff', 'x/a.yaml', []],
    ['is of a folder', 'x/ diff', 'x/', top('diff=true')],
    ['is of a folder only', 'x/ diff', 'x', []],
    ['is of a folder’s name', 'x diff', 'y/x/', top('diff=true')],
    ['is of a name with wildcards', 'a?[b-c].* diff', 'x/azb.y', top('diff=true')],
    ['is of a path with wildcards behind a prefix', 'x/*/a* diff', 'x/y/ab', top('diff=true')],
    ['is of no other prefix', 'x/*/a* diff', 'z/y/ab', []],
    ['is of stars behind a prefix', 'ap**/a diff', 'apps/prod/a', top('diff=true')],
    ['is of one ending', '*.yaml diff', '.yaml', top('diff=true')],
    ['is of another ending', '*.yaml diff', 'a.yamlx', []],
  ])('%s', (_, text, path, expected) => expect(one(text, path)).toEqual(expected));

  test('is said by the deepest file, about what is below it, and macros count at the top only', () => {
    const files = {
      '.gitattributes': '*.yaml diff -text\n',
      'x/.gitattributes': '/a.yaml -diff\ny/ mine\n',
      'x/y/.gitattributes': '[attr]hide -text\n* hide\n',
    };
    expect(of(files, 'a.yaml')).toEqual(['diff=true .gitattributes:1', 'text=false .gitattributes:1']);
    expect(of(files, 'x/a.yaml')).toEqual(['diff=false x/.gitattributes:1', 'text=false .gitattributes:1']);
    expect(of(files, 'x/y/')).toEqual(['mine=true x/.gitattributes:2']);
    expect(of(files, 'x/y/b.yaml')).toEqual(['diff=true .gitattributes:1', 'text=false .gitattributes:1']);
    expect(of(files, 'x/y/b.yaml', 'hide')).toEqual(['hide=true x/y/.gitattributes:2']);
  });

  test('is not said by a line of 2048 bytes or more', () => {
    const line = (length: number) => one(`*.yaml diff ${'x'.repeat(length - 12)}`);
    expect(line(2047)).toEqual(top('diff=true'));
    expect(line(2048)).toEqual([]);
  });

  test('is found in steps that are counted', () => {
    let steps = 0;
    const bytes = new Map([['.gitattributes', Buffer.from('a.yaml diff\n*.yaml diff\na*b* diff\nx/* text\n')]]);
    const find = attributesIn(bytes, new Set(['diff']), (more) => {
      steps += more;
    });
    find('x/a.yaml');
    // Three lines about `diff`, and four tokens on a name of six characters, a tenth of a step each.
    expect(steps).toBeCloseTo(3 + (4 * 6) / 10);
  });
});
