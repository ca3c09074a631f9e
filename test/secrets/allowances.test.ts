import { describe, expect, test } from '@jest/globals';
import {
  type Allowances,
  allowedFiles,
  joined,
  leftOut,
  lineNumber,
  noAllowances,
  pathInRepository,
} from '../../src/secrets/allowed/allowances.ts';
import { commentAllows } from '../../src/secrets/allowed/comments.ts';
import { readSecretsBaseline } from '../../src/secrets/allowed/detect-secrets.ts';
import { readGitleaksConfig, readGitleaksIgnore, readGitleaksReport } from '../../src/secrets/allowed/gitleaks.ts';
import { matchAllowances } from '../../src/secrets/allowed/match-allowances.ts';
import { parseJson, RepeatedKeyError } from '../../src/secrets/allowed/parse-json.ts';
import { readTomlTables, TomlError } from '../../src/secrets/allowed/toml-tables.ts';
import { readTrufflehogPaths, readTrufflehogResults } from '../../src/secrets/allowed/trufflehog.ts';

const secretAt = (line: number, endLine?: number) => ({
  fingerprint: `of line ${line}`,
  places: [{ file: 'k/s.yaml', line, ...(endLine === undefined ? {} : { endLine }) }],
});
const lineAt = (line: number, file = 'k/s.yaml') => ({ where: 'result 1', file, line });
const allowedAt = (line: number) => ({ ...noAllowances, lines: [lineAt(line)] });

describe('a line that another scanner names', () => {
  test.each([
    ['its own line', [secretAt(5)], 5, [5]],
    ['the line of its key', [secretAt(5)], 6, [5]],
    ['neither', [secretAt(5)], 7, []],
    ['the line after', [secretAt(5)], 4, []],
    ['the line of the next secret, and not the one above', [secretAt(5), secretAt(6)], 6, [6]],
    ['a line of a longer one, and not the one above', [secretAt(5), secretAt(6, 9)], 6, [6]],
    ['any line of a longer one', [secretAt(3, 9)], 8, [3]],
    ['the last line of a longer one', [secretAt(3, 9)], 9, [3]],
    ['the line after a longer one', [secretAt(3, 9)], 10, []],
  ])('%s', (_, found, line, allowed) => {
    expect(matchAllowances(allowedAt(line), found).allowed.map(({ fingerprint }) => fingerprint)).toEqual(
      allowed.map((each) => `of line ${each}`),
    );
  });
});

describe('what is said of entries that accept nothing', () => {
  const of = (allowances: Partial<Allowances>, ...found: Parameters<typeof matchAllowances>[1]) =>
    matchAllowances({ ...noAllowances, ...allowances }, found);
  const places = (...lines: number[]) => lines.map((line) => ({ file: 'k/s.yaml', line }));

  test('a secret with a place that is not allowed is left out', () => {
    const secret = { fingerprint: 'abcdef0123456789', places: [...places(1, 9), { file: 'other.yaml', line: 1 }] };
    expect(of({ lines: [lineAt(1)] }, secret)).toEqual({
      allowed: [],
      leftOut: [
        {
          what: 'finding abcdef012345',
          why: 'it is also where the list names nothing (2 of 3 places): accept it by its fingerprint',
        },
      ],
    });
    expect(of({ lines: [lineAt(1)] }, { ...secret, places: places(1) }).leftOut).toEqual([]);
    expect(of({}, secret, { ...secret, places: [] })).toEqual({ allowed: [], leftOut: [] });
  });

  test('a pattern of files allows all in them', () => {
    const files = (pattern: string) => of(allowedFiles(pattern, 'path 1'), secretAt(5));
    expect(files('^k/')).toEqual({ allowed: [secretAt(5)], leftOut: [] });
    expect(files('^x/')).toEqual({
      allowed: [],
      leftOut: [{ what: 'path 1', why: 'the gate finds no secret in such a file' }],
    });
    expect(
      of(allowedFiles('k/', 'path 1'), { fingerprint: 'x', places: [{ file: 'x', line: 1 }, ...places(5)] }).leftOut,
    ).toHaveLength(1);
  });

  test('a line where nothing is found says what is found in its file, where there is anything', () => {
    const why = (line: number, ...lines: number[]) =>
      of({ lines: [lineAt(line)] }, { fingerprint: 'x', places: places(...lines) }).leftOut.at(-1);
    expect(why(20, 9, 5, 9)).toEqual({ what: 'k/s.yaml:20', why: 'what the gate finds in this file is on line 5, 9' });
    expect(why(20, 1, 2, 3, 4, 5)?.why).toBe('what the gate finds in this file is on line 1, 2, 3, 4, 5');
    expect(why(20, 10, 2, 3, 4, 5, 6, 7)?.why).toBe(
      'what the gate finds in this file is on line 2, 3, 4, 5, 6 and 2 more',
    );
    expect(of({ lines: [lineAt(20, 'x.yaml')] }, secretAt(5)).leftOut).toEqual([
      { what: 'result 1', why: 'the gate finds no secret in the file it names: nothing needs to be accepted' },
    ]);
    const silent = [4, 5, 6, 7].map((line) => of({ lines: [lineAt(line)] }, secretAt(5)).leftOut.length);
    expect(silent).toEqual([1, 0, 0, 1]);
    expect([9, 10].map((line) => of({ lines: [lineAt(line)] }, secretAt(5, 9)).leftOut.length)).toEqual([0, 1]);
  });

  test('an entry is named by its place only where a secret was found in that file', () => {
    const entry = (file: string) => of(leftOut('result 3', 'it is real', { file, line: 7 }), secretAt(5)).leftOut;
    expect([
      entry('k/s.yaml'),
      entry('secret-in-the-name'),
      of(leftOut('result 3', 'it is real'), secretAt(5)).leftOut,
    ]).toEqual([
      [{ what: 'k/s.yaml:7', why: 'it is real' }],
      [{ what: 'result 3', why: 'it is real' }],
      [{ what: 'result 3', why: 'it is real' }],
    ]);
  });
});

test('entries, paths and line numbers', () => {
  expect(leftOut('a', 'b')).toEqual({ lines: [], files: [], leftOut: [{ what: 'a', why: 'b' }] });
  expect(leftOut('a', 'b', lineAt(1)).leftOut).toEqual([{ what: 'a', why: 'b', place: lineAt(1) }]);
  expect(allowedFiles('(?=x)', 'path 2')).toEqual(leftOut('path 2', 'the pattern has parts that are not read here'));
  expect(joined([allowedAt(1), leftOut('a', 'b'), allowedFiles('x', 'p'), allowedAt(2)])).toMatchObject({
    lines: [lineAt(1), lineAt(2)],
    files: [{ where: 'p' }],
    leftOut: [{ what: 'a' }],
  });
  const paths = ['./a.yaml', '././a', '/root/a/b', '/rootx/a', 'a\\b', 'x/./a', 'a/root/'];
  expect(paths.map((path) => pathInRepository(path, '/root'))).toEqual([
    'a.yaml',
    'a',
    'a/b',
    '/rootx/a',
    'a/b',
    'x/./a',
    'a/root/',
  ]);
  expect([1, '7', 0, -1, 1.5, 'x', '', null, true, [3]].map(lineNumber)).toEqual([1, 7, ...Array(8).fill(undefined)]);
});

test.each([
  ['x # gitleaks:allow', 1, true],
  ['x # trufflehog:ignore', 1, true],
  ['x # pragma: allowlist secret', 1, true],
  ['x # pragma:whitelist-secret', 1, true],
  ['x # checkov:skip=CKV_1', 1, true],
  ['x # trivy:ignore:x', 1, true],
  ['# pragma: allowlist nextline secret\nx', 2, true],
  ['# pragma: allowlist nextline secret\nx', 1, false],
  ['# pragma: allowlist nextline secret\nx\ny', 3, false],
  ['# gitleaks:allow\nx', 2, false],
  ['x\n# gitleaks:allow', 1, false],
  ['x # allow', 1, false],
])('the comment in %j allows line %i: %s', (text, line, allows) => {
  expect(commentAllows(text.split('\n'), { line })).toBe(allows);
});

test('a comment on any line of a longer value allows it', () => {
  const lines = ['a', 'b', 'c # gitleaks:allow', 'd'];
  expect([2, 3, 4].map((endLine) => commentAllows(lines, { line: 2, endLine }))).toEqual([false, true, true]);
  expect(commentAllows(undefined, { line: 1 })).toBe(false);
});

describe('lists of detect-secrets', () => {
  test('results that are not labelled real, and excluded files', () => {
    const filter = (name: string, pattern: unknown) => ({
      path: `detect_secrets.filters.regex.should_exclude_${name}`,
      pattern,
    });
    const baseline = {
      results: {
        './a.yaml': [{ line_number: 3 }, { line_number: 4, is_secret: false }, { line_number: 5, is_secret: true }],
        '/r/b.yaml': [{ is_secret: true }, { line_number: 'x' }],
        'c.yaml': 'x',
      },
      filters_used: [
        filter('file', ['^x/', '(?=y)']),
        filter('line', ['a']),
        filter('secret', ['b']),
        filter('other', ['c']),
        { path: 'detect_secrets.filters.heuristic.is_lock_file' },
      ],
    };
    const found = readSecretsBaseline(baseline, '/r');
    expect(found).toEqual({
      lines: [
        { where: 'file 1, result 1', file: 'a.yaml', line: 3 },
        { where: 'file 1, result 2', file: 'a.yaml', line: 4 },
      ],
      files: [{ where: 'excluded files, pattern 1', pattern: expect.anything() }],
      leftOut: [
        {
          what: 'file 1, result 3',
          why: 'it is labelled a real secret (is_secret): rotate it',
          place: { file: 'a.yaml', line: 5 },
        },
        { what: 'file 2, result 1', why: 'it is labelled a real secret (is_secret): rotate it' },
        { what: 'file 2, result 2', why: 'it has no line_number' },
        { what: 'file 3', why: 'it has no list of results' },
        { what: 'excluded files, pattern 2', why: 'the pattern has parts that are not read here' },
        { what: 'exclude_line', why: 'it is about values or lines; the policy accepts findings' },
        { what: 'exclude_secret', why: 'it is about values or lines; the policy accepts findings' },
        { what: 'an excluded filter', why: 'it is about values or lines; the policy accepts findings' },
      ],
    });
    expect(readSecretsBaseline('x', '/r')).toEqual(noAllowances);
  });
});

describe('lists of gitleaks', () => {
  test('.gitleaksignore', () => {
    const content =
      '# x\r\n\n./a.yaml:generic:3\nabcdef0:b:c.yaml:key-rule:12\n/r/d.yaml:x:1\na.yaml:3\nx:y:z\na:b:1x\n';
    const wrong = 'it is not file:rule:line, nor commit:file:rule:line';
    expect(readGitleaksIgnore(content, '/r')).toEqual({
      ...noAllowances,
      lines: [
        { where: 'line 3', file: 'a.yaml', line: 3 },
        { where: 'line 4', file: 'b:c.yaml', line: 12 },
        { where: 'line 5', file: 'd.yaml', line: 1 },
      ],
      leftOut: [
        { what: 'line 6', why: wrong },
        { what: 'line 7', why: wrong },
        { what: 'line 8', why: wrong },
      ],
    });
  });

  test('reports', () => {
    const report = [{ File: './a', StartLine: 3 }, { File: 'b' }, { StartLine: 1 }, 'x'];
    expect(readGitleaksReport(report, '/r')).toEqual({
      ...noAllowances,
      lines: [{ where: 'item 1', file: 'a', line: 3 }],
      leftOut: [2, 3, 4].map((item) => ({ what: `item ${item}`, why: 'it has no File and StartLine' })),
    });
  });

  test('.gitleaks.toml', () => {
    const config = (text: string) => {
      const { files, leftOut: left, lines } = readGitleaksConfig(text);
      return [files.map(({ where }) => where), left.map(({ what, why }) => `${what}: ${why.slice(0, 32)}`), lines];
    };
    const values = 'it is about values; the policy a';
    expect(
      config(
        'paths = ["z"]\n[allowlist]\npaths = ["x", "(?=y)"]\n[[allowlists]]\npaths = ["z"]\n[rules]\npaths = ["w"]\n[xallowlist]\npaths = ["v"]\n[allowlistx]\npaths = ["v"]',
      ),
    ).toEqual([
      ['[allowlist] on line 2: path 1', '[allowlists] on line 4: path 1'],
      ['[allowlist] on line 2: path 2: the pattern has parts that are n'],
      [],
    ]);
    expect(config('[allowlist]\nregexes = ["a"]\nstopwords = ["b"]\ncommits = ["c"]')).toEqual([
      [],
      [
        `[allowlist] on line 1: regexes: ${values}`,
        `[allowlist] on line 1: stopwords: ${values}`,
        '[allowlist] on line 1: commits: a finding about a commit is acce',
      ],
      [],
    ]);
    expect(config('[allowlist]\nregexes = ["a"]\npaths = ["x"]')).toEqual([
      ['[allowlist] on line 1: path 1'],
      [`[allowlist] on line 1: regexes: ${values}`],
      [],
    ]);
    const alone = 'they hold for some of gitleaks’ ';
    expect(
      config(
        '[[rules.allowlists]]\npaths = ["x"]\n[[allowlists]]\ntargetRules = ["r"]\nregexes = ["a"]\npaths = ["x"]',
      ),
    ).toEqual([
      [],
      [
        `[rules.allowlists] on line 1: paths: ${alone}`,
        `[allowlists] on line 3: regexes: ${values}`,
        `[allowlists] on line 3: paths: ${alone}`,
      ],
      [],
    ]);
    const and = (condition: string, rest: string) =>
      config(`[allowlist]\ncondition = "${condition}"\n${rest}paths = ["x"]`);
    expect(and('AND', 'stopwords = ["b"]\n')).toEqual([
      [],
      [`[allowlist] on line 1: stopwords: ${values}`, '[allowlist] on line 1: paths: they hold only together with wha'],
      [],
    ]);
    expect(
      [
        and('OR', 'stopwords = ["b"]\n'),
        and('AND', ''),
        and('xAND', 'stopwords = ["b"]\n'),
        and('ANDx', 'stopwords = ["b"]\n'),
      ].map(([files]) => files),
    ).toEqual(Array(4).fill(['[allowlist] on line 1: path 1']));
  });
});

describe('lists of TruffleHog', () => {
  test('paths', () => {
    const { files, leftOut: left } = readTrufflehogPaths('# x\r\n\n ^a/ \n(?=b)\n');
    expect([
      files.map(({ where }) => where),
      files.map(({ pattern }) => pattern.isIn('a/b')),
      left.map(({ what }) => what),
    ]).toEqual([['line 3'], [true], ['line 4']]);
  });

  test('results', () => {
    const result = (data: object, rest = {}) => ({ SourceMetadata: { Data: data }, ...rest });
    const found = readTrufflehogResults(
      [
        { level: 'info' },
        result({ Git: { file: './a', line: 3 } }),
        result({ x: 'y', Filesystem: { file: '/r/b', line: 4 } }, { Verified: false }),
        result({ Git: { file: 'c', line: 5 } }, { Verified: true }),
        result({ Git: { file: 'c' } }),
        result({ Git: { line: 5 } }),
        result({}),
        'x',
      ],
      '/r',
    );
    expect(found).toEqual({
      files: [],
      lines: [
        { where: 'result 2', file: 'a', line: 3 },
        { where: 'result 3', file: 'b', line: 4 },
      ],
      leftOut: [
        {
          what: 'result 4',
          why: 'the provider accepted it when it was found (Verified): rotate it',
          place: { file: 'c', line: 5 },
        },
        ...[5, 6, 7].map((result) => ({ what: `result ${result}`, why: 'it names no file and line' })),
      ],
    });
  });
});

describe('tables of TOML', () => {
  const read = (text: string) =>
    readTomlTables(text).map(({ name, line, values }) => [name, line, Object.fromEntries(values)]);
  test.each([
    ['', [['', 1, {}]]],
    ['\ufeffa = 1\r\nb = "x"\r\n', [['', 1, { a: ['1'], b: ['x'] }]]],
    [
      '# x\n[ a . "b" ] # y\nc = true # z\n\n[[d]]',
      [
        ['', 1, {}],
        ['a.b', 2, { c: ['true'] }],
        ['d', 5, {}],
      ],
    ],
    ['a = ["x", \'y\', 3,]', [['', 1, { a: ['x', 'y', '3'] }]]],
    ['a = [\n  "x", # one\n  ["y"],\n]\nb = []', [['', 1, { a: ['x', 'y'], b: [] }]]],
    [
      '"a b" = 1\n\'c\'.d = 2\nc.e=3',
      [
        ['', 1, { ab: ['1'] }],
        ['c', 2, { d: ['2'], e: ['3'] }],
      ],
    ],
    [
      '[t]\na.b.c = 1',
      [
        ['', 1, {}],
        ['t', 1, {}],
        ['t.a.b', 2, { c: ['1'] }],
      ],
    ],
    [
      'a = {b = 1, c = [2], d.e = 3}',
      [
        ['', 1, { a: [] }],
        ['a', 1, { b: ['1'], c: ['2'] }],
        ['a.d', 1, { e: ['3'] }],
      ],
    ],
    [
      '[t]\na = [{b = 1}, {b = 2}]',
      [
        ['', 1, {}],
        ['t', 1, { a: [] }],
        ['t.a', 2, { b: ['1'] }],
        ['t.a', 2, { b: ['2'] }],
      ],
    ],
    ['a = "x\\"y\\n\\u0041\\\\\\z"', [['', 1, { a: ['x"y\nA\\'] }]]],
    ["a = 'x\\n'", [['', 1, { a: ['x\\n'] }]]],
    ['a = """\nx\n"y" \\""""\nb = 1', [['', 1, { a: ['x\n"y" "'], b: ['1'] }]]],
    ["a = '''x\n'y'''\nb = ''", [['', 1, { a: ["x\n'y"], b: [''] }]]],
  ])('%j', (text, tables) => expect(read(text)).toEqual(tables));

  test.each([
    ['x', 1],
    ['a = 1\nb', 2],
    ['a = ', 1],
    ['a = 1 2', 1],
    ['a = "x', 1],
    ['a = "x\n"', 1],
    ["a = 'x\ny'", 1],
    ['a = """x', 1],
    ['a = [1 2]', 1],
    ['a = [1,\n2', 2],
    ['a = {b}', 1],
    ['a = 1\n\na = 2', 3],
    ['a.b = 1\na.b = 2', 2],
    ['[a] x', 1],
    ['[a\nb = 1', 1],
    [`a = ${'['.repeat(21)}`, 1],
  ])('%j cannot be read on line %i', (text, line) => {
    expect(() => readTomlTables(text)).toThrow(new TomlError(line));
    expect(new TomlError(line)).toMatchObject({ line, message: `line ${line} is not TOML that can be read` });
  });

  test('are twenty deep at most', () => {
    const deep = (depth: number) => `a = ${'['.repeat(depth)}${']'.repeat(depth)}\nb = [[1], [2]]`;
    expect(read(deep(20))).toEqual([['', 1, { a: [], b: ['1', '2'] }]]);
    expect(() => read(deep(21))).toThrow(TomlError);
  });
});

test('lists that are JSON say each key once, and are so deep at most', () => {
  expect(parseJson('{"a": [{"b": 1}, {"b": 2}], "c": null}')).toEqual({ a: [{ b: 1 }, { b: 2 }], c: null });
  expect(() => parseJson('{"a": 1, "a": 2}')).toThrow(RepeatedKeyError);
  expect(() => parseJson('[{"a": {"b": 1, "b": 2}}]')).toThrow(RepeatedKeyError);
  expect(() => parseJson('{"a"')).toThrow(SyntaxError);
  expect(() => parseJson(`${'['.repeat(200)}${']'.repeat(200)}`)).toThrow('too deep');
});
