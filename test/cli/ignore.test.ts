import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readForeign } from '../../src/cli/policy/import-foreign.ts';
import { InputError } from '../../src/input-error.ts';
import { called } from './called.ts';

let folder = '';
let report = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gitops-gate-ignore-'));
  report = write('report.json', {
    schemaVersion: 1,
    notListed: 'Only 6 of 9 findings are listed.',
    findings: [
      { rule: 'rbac-widened', fingerprint: `aaaa1111${'0'.repeat(56)}`, file: 'a.yaml', line: 3 },
      { rule: 'rbac-widened', fingerprint: `aaaa2222${'0'.repeat(56)}` },
      secret('b', ['1'.repeat(40)], 's.yaml', 4),
      {
        ...secret('c', ['2'.repeat(40), '3'.repeat(40)], 's.yaml', 10),
        endLine: 12,
        places: [{ file: 't.yaml', line: 1 }, { file: 5 }],
      },
      { ...secret('d', [], 'u.yaml', 7), rule: 'placeholder-secret' },
      'not a finding',
    ],
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = (digit: string, blobs: readonly string[], file: string, line: number) => ({
  rule: 'plaintext-secret',
  fingerprint: digit.repeat(64),
  blobs,
  file,
  line,
});

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content));
  return path;
}

const words = ['--reason', 'agreed', '--until', '2999-12-31'];
const ignore = (...argv: readonly string[]) => called('ignore', ...words, ...argv);

const entry = (rule: string, fingerprint: string, blob?: string) =>
  [
    `  - rule: "${rule}"`,
    `    fingerprint: "${fingerprint}"`,
    ...(blob === undefined ? [] : [`    blob: ${blob}`]),
    '    reason: "agreed"',
    '    until: "2999-12-31"',
    '',
  ].join('\n');
const listed = 'gitops-gate: note: Only 6 of 9 findings are listed.\n';
const items = (count: string) =>
  `gitops-gate: note: ${count} for the list "ignore:" of .gitops-gate/policy.yaml, in a change of the base branch.\n`;

/** What is wrong and how to fix it. */
async function refused(...argv: readonly string[]): Promise<string[]> {
  const { code, stdout, stderr } = await called('ignore', ...argv);
  expect([code, stdout]).toEqual([2, '']);
  const lines = stderr.split('\n').filter((line) => line !== '' && !line.includes(' note: '));
  return lines.map((line) => line.replace('gitops-gate: ', '').trim());
}

describe('the entry of one finding', () => {
  test('is printed by the beginning of its fingerprint, with the pins of a secret', async () => {
    expect(await ignore('aaaa1111', '--report', report)).toEqual(
      expect.objectContaining({
        code: 0,
        stdout: entry('rbac-widened', `aaaa1111${'0'.repeat(56)}`),
        stderr: `${listed}${items('1 item')}`,
      }),
    );
    expect((await ignore('b'.repeat(64), '--report', report)).stdout).toBe(
      entry('plaintext-secret', 'b'.repeat(64), `"${'1'.repeat(40)}"`),
    );
    expect((await ignore('cccccccc', '--report', report)).stdout).toBe(
      entry('plaintext-secret', 'c'.repeat(64), `["${'2'.repeat(40)}","${'3'.repeat(40)}"]`),
    );
    expect((await ignore('dddddddd', '--report', report, '--policy-path', 'infra/gate/')).stderr).toContain(
      ' of infra/gate/policy.yaml, ',
    );
  });

  test.each<[string[], string[]]>([
    [
      ['eeeeeeee'],
      [
        'no finding has a fingerprint that begins eeeeeeee',
        'name the report that lists it, with all that its id begins with',
      ],
    ],
    [['aaaa'], ['"aaaa" is not a fingerprint', 'copy at least the first 12 hex digits from the report']],
    [['aaaa111'], ['"aaaa111" is not a fingerprint', 'copy at least the first 12 hex digits from the report']],
    [
      ['a'.repeat(65)],
      [`"${'a'.repeat(65)}" is not a fingerprint`, 'copy at least the first 12 hex digits from the report'],
    ],
    [['AAAA1111'], ['"AAAA1111" is not a fingerprint', 'copy at least the first 12 hex digits from the report']],
    [[], ['FINGERPRINT is missing', 'copy at least the first 12 hex digits from the report']],
    [
      ['aaaa1111', '--rule', 'rbac-widened'],
      ['--rule goes with --all', 'accept one by its fingerprint, or add --all'],
    ],
    [
      ['aaaa1111', '--all', '--rule', 'rbac-widened'],
      ['a fingerprint and --all exclude each other', 'give one of them'],
    ],
    [['--all'], ['--all needs --rule', 'name the rule whose findings are accepted: --rule RULE']],
    [
      ['--all', '--rule', 'rbac-widend'],
      ['there is no rule "rbac-widend"', 'did you mean rbac-widened?'],
    ],
    [
      ['--all', '--rule', 'nothing-like-it'],
      ['there is no rule "nothing-like-it"', expect.stringMatching(/^one of: \S+, /) as unknown as string],
    ],
    [
      ['aaaa1111', '--staged'],
      ['--report and --staged exclude each other', 'give one of them'],
    ],
    [
      ['aaaa1111', '--audit', '--ages'],
      ['--report and --audit exclude each other', 'give one of them'],
    ],
    [
      ['aaaa1111', '--ages'],
      ['--report and --ages exclude each other', 'give one of them'],
    ],
    [
      ['aaaa1111', '--head', 'x', '--staged'],
      ['--report and --staged and --head exclude each other', 'give one of them'],
    ],
    [
      ['aaaa1111', '--rev', 'x'],
      ['--rev goes with --audit', 'add --audit'],
    ],
    [
      ['--import', 'gitleaks'],
      ['--import needs a FILE', 'ignore --import gitleaks .gitleaksignore'],
    ],
    [
      ['--import', 'gitleaks', 'x', '--all', '--rule', 'r'],
      [
        '--import and --all exclude each other',
        'give one of them',
        '--import and --rule exclude each other',
        'give one of them',
      ],
    ],
  ])('is refused of %j', async (argv, expected) => {
    expect(await refused(...words, ...argv, '--report', report)).toEqual(expected);
  });

  test('is refused where several begin so', async () => {
    const both = write('both.json', {
      schemaVersion: 1,
      findings: ['0', '1'].map((last) => ({ rule: 'r', fingerprint: `aaaabbbb${last}` })),
    });
    expect(await refused(...words, 'aaaabbbb', '--report', both)).toEqual([
      '2 findings have a fingerprint that begins aaaabbbb',
      'give more of its digits',
    ]);
    expect((await ignore('aaaabbbb1', '--report', both)).code).toBe(0);
  });

  test('says all that is wrong with the call together', async () => {
    expect(await refused('--staged', '--head', 'x')).toEqual([
      'FINGERPRINT is missing',
      'copy at least the first 12 hex digits from the report',
      '--staged and --head exclude each other',
      'give one of them',
      '--reason is missing',
      'say who accepted it and why',
      '--until is missing',
      'write YYYY-MM-DD, the last day it holds',
    ]);
  });

  test.each<[string, unknown, string]>([
    ['is not JSON', '{', 'is not JSON'],
    ['is of another version', { schemaVersion: 2, findings: [] }, 'is not a report.json of gitops-gate'],
    ['has no findings', { schemaVersion: 1 }, 'is not a report.json of gitops-gate'],
    ['is a list', [], 'is not a report.json of gitops-gate'],
  ])('is refused of a report that %s', async (_, content, why) => {
    const path = write('bad.json', content);
    expect(await refused(...words, 'aaaa1111', '--report', path)).toEqual([
      `${path} ${why}`,
      'name the report.json that --out (check, audit or posture) or report-dir wrote',
    ]);
    const gone = join(folder, 'gone.json');
    expect((await refused(...words, 'aaaa1111', '--report', gone))[0]).toBe(`${gone} cannot be read (ENOENT)`);
  });
});

describe('the entries of a rule', () => {
  test('are one for each finding', async () => {
    expect(await ignore('--all', '--rule', 'rbac-widened', '--report', report)).toMatchObject({
      code: 0,
      stdout: [1, 2].map((digit) => entry('rbac-widened', `aaaa${String(digit).repeat(4)}${'0'.repeat(56)}`)).join(''),
      stderr: `${listed}${items('2 items')}`,
    });
  });

  test('are refused where there is none, with those that there are', async () => {
    expect(await refused(...words, '--all', '--rule', 'network-widened', '--report', report)).toEqual([
      'there is no finding of network-widened',
      'there are findings of rbac-widened, plaintext-secret, placeholder-secret,',
    ]);
    const empty = write('empty.json', { schemaVersion: 1, findings: [] });
    expect(await refused(...words, '--all', '--rule', 'public-repository', '--report', empty)).toEqual([
      'there is no finding of public-repository',
      'there is no finding at all',
    ]);
  });
});

describe('the entries of another scanner’s list', () => {
  const list = (lines: readonly string[]) => write('.gitleaksignore', lines.join('\n'));
  const importing = (lines: readonly string[]) => ignore('--import', 'gitleaks', list(lines), '--report', report);

  test('are those of the secrets at its places, and what is not taken is said', async () => {
    const { code, stdout, stderr } = await importing([
      's.yaml:x:4',
      'u.yaml:x:7',
      'a.yaml:x:3',
      'nonsense',
      's.yaml:x:11',
    ]);
    expect([code, stdout]).toEqual([
      0,
      entry('plaintext-secret', 'b'.repeat(64), `"${'1'.repeat(40)}"`) + entry('placeholder-secret', 'd'.repeat(64)),
    ]);
    expect(stderr).toContain(
      `note: not taken from ${join(folder, '.gitleaksignore')}: line 4: it is not file:rule:line, nor commit:file:rule:line\n`,
    );
    expect(stderr).toContain(items('2 items'));
  });

  test('that have one reason are named together, and not all of many', async () => {
    const { stderr } = await importing(['s.yaml:x:4', 'a', 'b', 'c', 'd', 'e']);
    expect(stderr).toContain(': line 2, line 3, line 4 and 2 more: it is not');
    const three = (await importing(['s.yaml:x:4', 'a', 'b', 'c'])).stderr;
    expect(three.match(/not taken from/g)).toHaveLength(3);
    expect(three).not.toContain('more');
  });

  test('are refused where no secret is at one of its places', async () => {
    const path = list(['a.yaml:x:3']);
    expect(await refused(...words, '--import', 'gitleaks', path, '--report', report)).toEqual([
      `the gate finds no secret at a place that ${path} names`,
      'nothing needs to be accepted, or the list is of another state: --rev REV reads that one',
    ]);
  });
});

describe('a list of another scanner', () => {
  const read = (tool: Parameters<typeof readForeign>[0], name: string, content: string | Buffer) => {
    try {
      const { lines, files, leftOut } = readForeign(tool, write(name, content), folder);
      return [
        ...lines.map(({ file, line }) => `${file}:${line}`),
        ...files.map(() => 'pattern'),
        ...leftOut.map(() => 'left out'),
      ];
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.problems.map(({ what, fix }) => `${what.replace(`${folder}/`, '')}: ${fix}`);
    }
  };
  const gitleaks = 'name .gitleaksignore, .gitleaks.toml, or a report of gitleaks as JSON';
  const detect = 'name .secrets.baseline';
  const trufflehog = 'name the file of --exclude-paths, or the results of trufflehog --json';
  const found = JSON.stringify([{ File: 'a.yaml', StartLine: 3 }]);
  const result = JSON.stringify({ SourceMetadata: { Data: { Filesystem: { file: 'a.yaml', line: 2 } } } });
  const baseline = JSON.stringify({ results: { 'a.yaml': [{ line_number: 4 }] } });

  test.each<[Parameters<typeof readForeign>[0], string, string, string[]]>([
    ['gitleaks', 'x', 'a.yaml:r:3\n', ['a.yaml:3']],
    ['gitleaks', 'x', '\ufeffa.yaml:r:3\n', ['a.yaml:3']],
    ['gitleaks', 'x', found, ['a.yaml:3']],
    ['gitleaks', 'x', ` \n${found}`, ['a.yaml:3']],
    ['gitleaks', 'x', '[ {', [`x is not JSON: ${gitleaks}`]],
    ['gitleaks', 'x', '[]', [`x is not a list of gitleaks, or names nothing: ${gitleaks}`]],
    ['gitleaks', 'x', 'null\n', [`x is not a list of gitleaks, or names nothing: ${gitleaks}`]],
    ['gitleaks', 'x', '"a.yaml:r:3"', [`x is not a list of gitleaks, or names nothing: ${gitleaks}`]],
    ['gitleaks', 'x', '"a.yaml:r:3', ['"a.yaml:3']],
    ['gitleaks', 'x', 'null.yaml:r:3', ['null.yaml:3']],
    ['gitleaks', 'x', 'a [{: b:r:3', ['a [{: b:3']],
    ['gitleaks', 'x', 'x [rules]:r:3', ['x [rules]:3']],
    ['gitleaks', 'x', 'a\ufeff.yaml:r:3', ['a\ufeff.yaml:3']],
    ['trufflehog', 'x', 'a{2}\n', ['pattern']],
    ['trufflehog', 'x', 'nullable/\n', ['pattern']],
    ['gitleaks', 'x', '', [`x is not a list of gitleaks, or names nothing: ${gitleaks}`]],
    ['gitleaks', 'x.toml', "[allowlist]\npaths = ['a']\n", ['pattern']],
    ['gitleaks', 'x', "title = 'x'\n [allowlist]\npaths = ['a']\n", ['pattern']],
    ['gitleaks', 'x', "[[allowlists]]\npaths = ['a']\n", ['pattern']],
    ['gitleaks', 'x', '[extend]\nuseDefault = true\n', [`x is not a list of gitleaks, or names nothing: ${gitleaks}`]],
    ['gitleaks', 'x', '[[rules]]\nid = "x"\n', [`x is not a list of gitleaks, or names nothing: ${gitleaks}`]],
    ['gitleaks', 'x', '[rulesets]:r:3', ['[rulesets]:3']],
    [
      'gitleaks',
      'x.toml',
      'a = ',
      [expect.stringMatching(new RegExp(`^x.toml cannot be read: .*: ${gitleaks}$`)) as unknown as string],
    ],
    ['detect-secrets', 'x', baseline, ['a.yaml:4']],
    ['detect-secrets', 'x', '{', [`x is not JSON: ${detect}`]],
    ['detect-secrets', 'x', '{"results": {}, "results": {}}', [`x has a key twice in one object: ${detect}`]],
    ['detect-secrets', 'x', '{}', [`x is not a list of detect-secrets, or names nothing: ${detect}`]],
    ['trufflehog', 'x', `${result}\n\n${result}\n`, ['a.yaml:2', 'a.yaml:2']],
    ['trufflehog', 'x', ` \n${result}`, ['a.yaml:2']],
    ['trufflehog', 'x', `${result}\nx`, [`x is not JSON: ${trufflehog}`]],
    ['trufflehog', 'x', '# c\nvendor/\n^x$\n', ['pattern', 'pattern']],
    ['trufflehog', 'x', '[]', [`x is not a list of trufflehog, or names nothing: ${trufflehog}`]],
    ['trufflehog', 'x', '[a-z]', ['pattern']],
  ])('of %s in %s: %j', (tool, name, content, expected) => {
    expect(read(tool, name, content)).toEqual(expected);
  });

  test('is a file that can be read, and not too large', () => {
    const problem = (path: string) => {
      try {
        return readForeign('gitleaks', path, folder);
      } catch (error) {
        return error instanceof InputError ? error.problems : error;
      }
    };
    const fix = 'name the list to import';
    expect(problem(folder)).toEqual([{ what: `${folder} is not a file`, fix }]);
    expect(problem(join(folder, 'gone'))).toEqual([{ what: `${join(folder, 'gone')} cannot be read (ENOENT)`, fix }]);
    const most = 32 * 1024 * 1024;
    const large = write('large', '');
    truncateSync(large, most + 1);
    expect(problem(large)).toEqual([
      { what: `${large} has more than ${most} bytes`, fix: 'name a list of accepted places' },
    ]);
  });

  test('of places is one of the repository', () => {
    expect(read('gitleaks', 'x', `${folder}/sub/a.yaml:r:3\n`)).toEqual(['sub/a.yaml:3']);
  });
});
