import { afterAll, describe, expect, test } from '@jest/globals';
import { commentAllows } from '../../src/secrets/allowed/comments.ts';
import { removeTemporary, type TemporaryRepository } from '../git/temporary-repository.ts';
import { check, commitRaw, gate, trustingRepository } from './program.ts';

afterAll(removeTemporary);

const secret = (name: string, value: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata: {name: ${name}}\nstringData:\n  password: ${value}\n`;
const [first, second] = ['Xk7pQ2vLm9Rt4WzB8nYc', 'Zq3nB7tKw5Hs9VdJ2mPx'];

/** Secrets on line 5 of two files, and the same one in two more. */
function repositoryWith(files: Readonly<Record<string, string>>): TemporaryRepository {
  return trustingRepository({
    'clusters/prod/a.yaml': secret('a', first),
    'clusters/prod/b.yaml': secret('b', second),
    ...files,
  });
}

async function imported(repository: TemporaryRepository, ...args: string[]) {
  const { code, stdout, stderr } = await gate(
    repository.directory,
    'ignore',
    '--import',
    ...args,
    '--reason',
    'Reviewed before, Ana',
    '--until',
    '2999-01-01',
  );
  for (const value of [first, second]) expect(stdout + stderr).not.toContain(value);
  return { code, entries: stdout.match(/ {2}- rule: "plaintext-secret"/g)?.length ?? 0, stdout, stderr };
}

const inRepository = (repository: TemporaryRepository, file: string) => `${repository.directory}/${file}`;

describe('what another scanner passes over', () => {
  test('entries of .gitleaksignore become entries that hold; what is elsewhere is named', async () => {
    const repository = repositoryWith({
      '.gitleaksignore': [
        '# reviewed',
        'clusters/prod/a.yaml:generic-api-key:5',
        `${'0'.repeat(40)}:clusters/prod/b.yaml:generic-api-key:2`,
        'clusters/prod/gone.yaml:generic-api-key:1',
        'no entry at all',
      ].join('\n'),
    });
    const { code, entries, stdout, stderr } = await imported(
      repository,
      'gitleaks',
      inRepository(repository, '.gitleaksignore'),
    );
    expect([code, entries]).toEqual([0, 1]);
    expect(stderr).toContain('clusters/prod/b.yaml:2: what the gate finds in this file is on line 5');
    expect(stderr).toContain('line 4: the gate finds no secret in the file it names');
    expect(stderr).toContain('line 5: it is not file:rule:line');
    repository.write('.gitops-gate/policy.yaml', `version: 1\nignore:\n${stdout}`).commit();
    const audit = await gate(repository.directory, 'audit', '--format', 'json');
    expect(audit.blocking).toEqual(['clusters/prod/b.yaml plaintext-secret']);
  });

  test('paths of .gitleaks.toml become an entry for each secret there; values, rules and conditions do not', async () => {
    const repository = repositoryWith({
      '.gitleaks.toml': [
        'title = "ours" # not a table',
        '[extend]',
        'useDefault = true',
        '[[allowlists]]',
        `paths = ['''prod/a\\.yaml$''', "(?!x)y"] # a look-ahead is not read`,
        `regexes = ['''${second}''']`,
        '[[allowlists]]',
        'condition = "AND"',
        "paths = ['b.yaml']",
        'stopwords = ["x"]',
        '[[rules]]',
        'id = "generic-api-key"',
        '  [[rules.allowlists]]',
        "  paths = [\n    'b.yaml',\n  ]",
      ].join('\n'),
    });
    const { code, entries, stderr } = await imported(
      repository,
      'gitleaks',
      inRepository(repository, '.gitleaks.toml'),
    );
    expect([code, entries]).toEqual([0, 1]);
    for (const said of ['line 4: regexes', 'line 4: path 2', 'condition = "AND"', 'stopwords', 'gitleaks’ rules alone'])
      expect(stderr).toContain(said);
  });

  test.each([
    ["allowlist = {paths = ['prod/a[.]yaml$'], stopwords = ['x']}", 1],
    ["allowlist.description = 'x'\nallowlist.paths = ['prod/a[.]yaml$']", 1],
    ["allowlists = [{paths = ['prod/a[.]yaml$']}, {paths = ['prod/b[.]yaml$']}]", 2],
    ["[[rules]]\nid = 'x'\nallowlists = [{paths = ['prod/a[.]yaml$']}]\n[allowlist]\npaths = ['prod/b']", 1],
  ])('%s: %s', async (config, count) => {
    const repository = repositoryWith({ '.gitleaks.toml': `${config}\n` });
    const { entries } = await imported(repository, 'gitleaks', inRepository(repository, '.gitleaks.toml'));
    expect(entries).toBe(count);
  });

  test('what is in a list is not shown where no secret was found in such a file', async () => {
    const repository = repositoryWith({
      'list.json': JSON.stringify({
        results: { 'clusters/prod/a.yaml': [{ line_number: 5 }], [first]: [{ line_number: 1 }], [second]: ['x'] },
        filters_used: [{ path: `detect_secrets.filters.regex.should_${first}`, pattern: [second] }],
      }),
    });
    const { stderr } = await imported(repository, 'detect-secrets', inRepository(repository, 'list.json'));
    expect(stderr).toContain('file 2, result 1: the gate finds no secret in the file it names');
    const paths = repositoryWith({ paths: `${first}\nprod/a[.]yaml\n` });
    expect((await imported(paths, 'trufflehog', inRepository(paths, 'paths'))).stderr).toContain('line 1: the gate');
  });

  test('a baseline of detect-secrets, but for what it labels a real secret', async () => {
    const item = (line: number, more = {}) => ({ type: 'x', hashed_secret: 'abc', line_number: line, ...more });
    const repository = repositoryWith({
      '.secrets.baseline': JSON.stringify({
        version: '1.5.0',
        filters_used: [{ path: 'detect_secrets.filters.regex.should_exclude_secret', pattern: [second] }],
        results: {
          'clusters/prod/a.yaml': [item(5)],
          'clusters/prod/b.yaml': [item(5, { is_secret: true }), item(0, { is_secret: true })],
        },
      }),
    });
    const { entries, stderr } = await imported(
      repository,
      'detect-secrets',
      inRepository(repository, '.secrets.baseline'),
    );
    expect(entries).toBe(1);
    expect(stderr).toContain('clusters/prod/b.yaml:5: it is labelled a real secret');
    expect(stderr).toContain('file 2, result 2: it is labelled a real secret');
    expect(stderr).toContain('exclude_secret: it is about values');
  });

  test('results and excluded paths of trufflehog, but for what worked when it was tried', async () => {
    const result = (file: string, Verified = false) =>
      JSON.stringify({ SourceMetadata: { Data: { Filesystem: { file, line: 5 } } }, Verified, Raw: second });
    const repository = repositoryWith({ 'excluded.txt': '# tests\nprod/b[.]yaml$\n' });
    repository.write(
      'results.json',
      `${result(inRepository(repository, 'clusters/prod/a.yaml'))}\n${result('clusters/prod/b.yaml', true)}\n`,
    );
    const results = await imported(repository, 'trufflehog', inRepository(repository, 'results.json'));
    expect([results.entries, results.stderr]).toEqual([
      1,
      expect.stringContaining('clusters/prod/b.yaml:5: the provider'),
    ]);
    expect((await imported(repository, 'trufflehog', inRepository(repository, 'excluded.txt'))).entries).toBe(1);
  });

  test('a secret in several places is taken where all of them are named', async () => {
    const copy = { 'clusters/prod/c.yaml': secret('c', first) };
    const line = (file: string) => `clusters/prod/${file}:generic-api-key:5\n`;
    const one = repositoryWith({ ...copy, '.gitleaksignore': line('a.yaml') + line('b.yaml') });
    const { entries, stderr } = await imported(one, 'gitleaks', inRepository(one, '.gitleaksignore'));
    expect([entries, stderr]).toEqual([1, expect.stringContaining('1 of 2 places')]);
    const both = repositoryWith({ ...copy, '.gitleaksignore': line('a.yaml') + line('c.yaml') });
    expect((await imported(both, 'gitleaks', inRepository(both, '.gitleaksignore'))).entries).toBe(1);
  });

  test.each([
    ['gitleaks', 'nowhere', 'cannot be read (ENOENT)'],
    ['gitleaks', 'broken.toml', 'line 2 is not TOML'],
    ['detect-secrets', 'broken.toml', 'is not JSON'],
    ['gitleaks', 'twice.toml', 'line 3 is not TOML'],
    ['gitleaks', 'none', 'finds no secret at a place'],
    ...['gitleaks', 'detect-secrets', 'trufflehog'].flatMap((tool) =>
      ['list', 'null', 'text'].map((file) => [tool, file, `is not a list of ${tool}`] as const),
    ),
    ['detect-secrets', 'results', 'is not a list of detect-secrets'],
    ['detect-secrets', 'twice.json', 'has a key twice'],
    ['gitleaks', 'empty', 'is not a list of gitleaks'],
    ['detect-secrets', 'empty', 'is not JSON'],
  ])('%s %s: %s', async (tool, file, message) => {
    const repository = repositoryWith({
      'broken.toml': "[allowlist]\npaths = ['''x\n",
      'twice.toml': "[allowlist]\npaths = ['x']\npaths = ['y']\n",
      none: 'a.yaml:x:1\n',
      list: '[]\n',
      null: 'null\n',
      text: '"text"\n',
      results: '{"results":["x"]}',
      'twice.json':
        '{"results":{"clusters/prod/a.yaml":[{"line_number":5,"is_secret":true,"line_number":5,"is_secret":false}]}}',
      empty: '\n',
    });
    const { code, stdout, stderr } = await imported(repository, tool, inRepository(repository, file));
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  });

  test('needs a file, and neither a rule nor a fingerprint', async () => {
    const { directory } = repositoryWith({});
    const bare = await gate(directory, 'ignore', '--import', 'gitleaks');
    expect([bare.code, bare.stderr]).toEqual([2, expect.stringContaining('--import needs a FILE')]);
    const all = await gate(directory, 'ignore', '--import', 'gitleaks', 'x', '--all', '--rule', 'plaintext-secret');
    expect(all.stderr).toContain('--import and --all exclude each other');
  });
});

describe('lists and comments of other scanners in a judged change', () => {
  const note = async (repository: TemporaryRepository) => {
    const { blocking, stdout } = await check(repository);
    const { notes } = JSON.parse(stdout) as { notes: readonly string[] };
    return { blocking: blocking.length, notes: notes.filter((each) => /pass over/.test(each)) };
  };

  test('are followed in nothing, and named where a secret is at such a place', async () => {
    const repository = trustingRepository({
      '.gitleaksignore': 'clusters/prod/a.yaml:x:5\nclusters/prod/c.yaml:x:5\n',
    });
    repository.write('clusters/prod/a.yaml', secret('a', first));
    repository.write('clusters/prod/b.yaml', secret('b', `${second} # gitleaks:allow`));
    commitRaw(repository);
    const { blocking, notes } = await note(repository);
    expect(blocking).toBe(2);
    expect(notes).toEqual([
      expect.stringContaining('.gitleaksignore lets gitleaks pass over 1 of the places'),
      expect.stringContaining('Comments in the line let other scanners pass over 1 of the places'),
    ]);
    expect(notes[0]).toContain('gitops-gate ignore --import gitleaks .gitleaksignore');
  });

  test('of the change itself, or broken, or about nothing that was found, are not spoken of', async () => {
    const own = trustingRepository();
    own.write('.gitleaksignore', 'clusters/prod/a.yaml:x:5\n').write('clusters/prod/a.yaml', secret('a', first));
    commitRaw(own);
    expect(await note(own)).toEqual({ blocking: 1, notes: [] });
    const others = trustingRepository({
      '.secrets.baseline': '{',
      '.gitleaks.toml': "[allowlist]\npaths = ['dev/']\n",
    });
    others.write('clusters/prod/a.yaml', secret('a', first));
    commitRaw(others);
    expect(await note(others)).toEqual({ blocking: 1, notes: [] });
  });

  test.each([
    ['password: x1 # pragma: allowlist secret', true],
    ['password: x1 # trufflehog:ignore', true],
    ['password: x1 # checkov:skip=CKV_SECRET_6:a test', true],
    ['password: x1 # allow this secret', false],
  ])('%s: %s', (line, allowed) => {
    expect(commentAllows(['a: 1', line], { line: 2 })).toBe(allowed);
  });

  test('a comment about the next line', () => {
    expect(commentAllows(['# pragma: allowlist nextline secret', 'password: x1'], { line: 2 })).toBe(true);
    expect(commentAllows(['# pragma: allowlist nextline secret', 'a: 1', 'password: x1'], { line: 3 })).toBe(false);
  });
});

test('entries that are left out for one reason are one line', async () => {
  const repository = trustingRepository();
  repository.write('list', Array.from({ length: 40 }, (_, line) => `just words ${line}\n`).join(''));
  const { code, stderr } = await imported(repository, 'gitleaks', inRepository(repository, 'list'));
  expect(code).toBe(2);
  const lines = stderr.split('\n').filter((line) => line.includes('not taken from'));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('line 1, line 2, line 3 and 37 more: it is not file:rule:line');
});
