import { afterEach, describe, expect, test } from '@jest/globals';
import { failProgram } from '../../src/cli/program.ts';
import { terminalStyle } from '../../src/cli/terminal-style.ts';
import { LimitError } from '../../src/gather/budget.ts';
import { MissingObjectsError } from '../../src/git/object/missing-objects-error.ts';
import { InputError } from '../../src/input-error.ts';
import { version } from '../../src/version.ts';
import { Output } from '../program/output.ts';
import { called } from './called.ts';

/** What is wrong and how to fix it, one line each. */
async function refused(...argv: readonly string[]): Promise<string[]> {
  const { code, stdout, stderr } = await called(...argv);
  expect([code, stdout]).toEqual([2, '']);
  return stderr
    .replaceAll('gitops-gate: ', '')
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
}

describe('the program', () => {
  test('shows its help where it is asked for, and where nothing is', async () => {
    const { code, stdout, stderr } = await called('--help');
    expect([code, stderr, stdout.split('\n')[3]]).toEqual([0, '', 'Usage: gitops-gate COMMAND [FLAGS]']);
    for (const argv of [['-h'], ['help']]) expect(await called(...argv)).toMatchObject({ code: 0, stdout });
    expect(await called()).toMatchObject({ code: 2, stdout });
  });

  test('shows the help of a command', async () => {
    const { code, stdout } = await called('init', '--help');
    expect([code, stdout]).toEqual([
      0,
      'Usage: gitops-gate init [--repo DIR]\n\nWrite what is missing of a commented starting folder .gitops-gate.\n\n  --repo DIR  the repository (default: here)\n',
    ]);
    for (const argv of [
      ['init', '-h'],
      ['help', 'init'],
      ['help', 'init', 'x'],
      ['init', 'x', '--y', '--help'],
    ])
      expect(await called(...argv)).toMatchObject({ code: 0, stdout });
    expect(await refused('help', 'nothing-like-it')).toHaveLength(2);
  });

  test('says its version', async () => {
    for (const flag of ['--version', '-V', '-v'])
      expect(await called(flag)).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  test.each<[string[], string[]]>([
    [['chek'], ['unknown command "chek"', 'did you mean check?']],
    [
      ['nothing-like-it'],
      [
        'unknown command "nothing-like-it"',
        'one of: check, fix, verify, audit, posture, who-can, permissions, last-good, render, policy, ignore, init, demo, explain',
      ],
    ],
    [['--hlp'], ['unknown flag --hlp', 'did you mean --help?']],
    [['--verson'], ['unknown flag --verson', 'did you mean --version?']],
    [['--base'], ['unknown flag --base', 'write the command first: gitops-gate COMMAND [FLAGS]']],
    [['explain'], ['explain lacks an argument', 'usage: gitops-gate explain RULE']],
    [['policy'], ['policy validate lacks an argument', 'usage: gitops-gate policy validate [FOLDER|FILE]']],
    [
      ['init', 'x', 'y'],
      ['unexpected argument "x"', 'usage: gitops-gate init [--repo DIR]'],
    ],
    [
      ['explain', 'x', 'y', 'z'],
      ['unexpected argument "y"', 'usage: gitops-gate explain RULE'],
    ],
    [
      ['init', '--rep', 'x'],
      ['unknown flag --rep', 'did you mean --repo?', 'unexpected argument "x"', 'usage: gitops-gate init [--repo DIR]'],
    ],
    [
      ['who-can', 'get'],
      [
        'who-can lacks an argument',
        'usage: gitops-gate who-can VERB RESOURCE [-n NAMESPACE] [--repo DIR] [--rev REV] [--scope SCOPE]',
      ],
    ],
    [
      ['check', '--ci', 'githb'],
      ['--ci cannot be "githb"', 'did you mean github?'],
    ],
    [
      ['check', '--fail-on', 'hgh'],
      ['--fail-on cannot be "hgh"', 'did you mean high?'],
    ],
    [
      ['last-good', '--fail-on', 'never'],
      ['--fail-on cannot be "never"', 'one of: critical, high, medium, low'],
    ],
  ])('refuses %j', async (argv, expected) => {
    expect(await refused(...argv)).toEqual(expected);
  });

  test.each<[string[], string[]]>([
    [
      ['check', '--comment', 'off', '--name', 'x'],
      ['only --ci takes --comment and --name', 'leave it out: there is no request to comment on'],
    ],
    [
      ['check', '--max-comments', '3'],
      ['only --ci takes --max-comments', 'leave it out: there is no request to comment on'],
    ],
    [
      ['check', '--scan', 'state', '--format', 'json'],
      [
        '--scan decides what reports for code scanning hold, and there is none',
        expect.stringMatching(
          /^write reports by --out DIR, or take one of these by --format: .*sarif/,
        ) as unknown as string,
      ],
    ],
    [
      ['check', '--scan', 'state'],
      [
        '--scan decides what reports for code scanning hold, and there is none',
        expect.any(String) as unknown as string,
      ],
    ],
    [
      ['check', '--staged', '--head', 'x'],
      ['--staged and --head exclude each other', 'give one of them'],
    ],
    [
      ['check', '--ci', 'gitlab', '--base', 'x'],
      ['--ci takes the range from the pipeline', 'leave out --base, --head and --staged'],
    ],
    [
      ['check', '--ci', 'gitlab', '--head', 'x'],
      ['--ci takes the range from the pipeline', 'leave out --base, --head and --staged'],
    ],
    [
      ['check', '--ci', 'github', '--staged'],
      ['--ci takes the range from the pipeline', 'leave out --staged'],
    ],
    [
      ['check', '--ci', 'github', '--format', 'json'],
      ['--ci does not take --format', 'leave out --format: the log gets the text; --out DIR writes every format'],
    ],
    [
      ['audit', '--branch', 'x', '--forge', 'github'],
      [
        'only --posture takes --branch and --forge',
        'add --posture, which reads how the repository is set up on its forge',
      ],
    ],
    [
      ['audit', '--api-url', 'x'],
      ['only --posture takes --api-url', 'add --posture, which reads how the repository is set up on its forge'],
    ],
    [
      ['fix', '--rule', 'rbac-widend'],
      ['there is no rule "rbac-widend"', 'did you mean rbac-widened?'],
    ],
    [
      ['fix', '--rule', 'nothing-like-it'],
      ['there is no rule "nothing-like-it"', expect.stringMatching(/^one of: \S+, /) as unknown as string],
    ],
    [
      ['fix', '--apply', '--patch', 'x'],
      ['--apply and --patch exclude each other', 'give one of them'],
    ],
    [
      ['fix', '--patch', '.git/x'],
      ['.git/x is in a git folder: what git obeys is there', 'write the patch to another folder'],
    ],
    [
      ['fix', '--staged', '--head', 'x'],
      ['--staged and --head exclude each other', 'give one of them'],
    ],
    [
      ['explain', 'rbac-widend'],
      ['there is no rule "rbac-widend"', 'did you mean rbac-widened?'],
    ],
    [
      ['explain', 'rbac-widend/high'],
      ['there is no rule "rbac-widend/high"', 'did you mean rbac-widened?'],
    ],
    [
      ['explain', 'nothing-like-it'],
      ['there is no rule "nothing-like-it"', expect.stringMatching(/^one of: \S+, /) as unknown as string],
    ],
    [
      ['policy', 'valdate'],
      ['policy "valdate" is not known', 'use: policy validate [FOLDER|FILE]'],
    ],
    [
      ['who-can', 'gett', 'pods'],
      ['unknown verb "gett"', 'did you mean get? --any-verb asks for it all the same.'],
    ],
    [
      ['who-can', 'frobnicate', 'pods'],
      [
        'unknown verb "frobnicate"',
        expect.stringMatching(/^known verbs: .* --any-verb asks for it all the same\.$/) as unknown as string,
      ],
    ],
    [
      ['render', '--rev', 'x', '--diff'],
      [
        '--rev does not go with --diff',
        'one revision: --rev REV; what a change makes: --diff [--base REV] [--head REV]',
      ],
    ],
    [
      ['render', '--base', 'x', '--head', 'y'],
      [
        '--base and --head needs --diff',
        'one revision: --rev REV; what a change makes: --diff [--base REV] [--head REV]',
      ],
    ],
    [
      ['policy', 'validate', 'no-such-folder'],
      ['no-such-folder cannot be read', 'name a policy file, or a folder like .gitops-gate'],
    ],
  ])('refuses %j before it opens the repository', async (argv, expected) => {
    expect(await refused(...argv)).toEqual(expected);
  });

  test('explains a rule, also with the severity that is written behind it', async () => {
    const { code, stdout } = await called('explain', 'rbac-widened');
    expect([code, stdout.split('\n')[0]]).toEqual([0, expect.stringContaining('rbac-widened')]);
    expect(await called('explain', 'rbac-widened/critical')).toMatchObject({ code: 0, stdout });
    expect((await called('explain', 'rbac-widened/severe')).code).toBe(2);
    expect((await called('explain', 'rbac-widened/criticals')).code).toBe(2);
  });
});

describe('a failure', () => {
  const { stderr } = process;
  afterEach(() => void Object.defineProperty(process, 'stderr', { value: stderr, configurable: true }));
  const failed = async (error: unknown) => {
    const output = new Output();
    Object.defineProperty(process, 'stderr', { value: output.stream('stderr'), configurable: true });
    return output.with(await failProgram(error));
  };

  test('that a person can fix is said with every problem, each on two lines, and is 2', async () => {
    const problems = [
      { what: 'a is\nwrong', fix: 'fix\u202ea' },
      { what: '::error::b', fix: 'fix b' },
    ];
    const { code, stderr: said } = await failed(new InputError(problems));
    expect(code).toBe(2);
    expect(said.split('\n')).toHaveLength(5);
    expect(said).not.toContain('\u202e');
    expect(said).toMatch(/^gitops-gate: a is.*wrong\n {2}fix.*a\ngitops-gate: .*b\n {2}fix b\n$/);
    for (const error of [new LimitError('too much', 'raise it'), new MissingObjectsError('gone', 'fetch it')])
      expect(await failed(error)).toMatchObject({
        code: 2,
        stderr: `gitops-gate: ${error.message}\n  ${error.remedy}\n`,
      });
  });

  test('of the program itself is 3, never 1', async () => {
    for (const error of [new TypeError('a fault'), 'a fault', undefined]) expect((await failed(error)).code).toBe(3);
    expect((await failed(new TypeError('a fault'))).stderr).toMatch(/internal error \(TypeError\)[\s\S]*\n$/);
  });
});

describe('a terminal', () => {
  const { stdout, env } = process;
  afterEach(() => {
    Object.defineProperty(process, 'stdout', { value: stdout, configurable: true });
    process.env = env;
  });

  test.each<[Record<string, string>, boolean, number | undefined, boolean, number]>([
    [{}, true, 80, true, 80],
    [{}, false, 80, false, 80],
    [{}, true, undefined, true, 100],
    [{}, true, 0, true, 100],
    [{}, true, 120, true, 120],
    [{}, true, 121, true, 120],
    [{ NO_COLOR: '1' }, true, 80, false, 80],
    [{ NO_COLOR: '' }, true, 80, true, 80],
    [{ TERM: 'dumb' }, true, 80, false, 80],
    [{ TERM: 'xterm' }, true, 80, true, 80],
    [{ FORCE_COLOR: '1' }, false, 80, true, 80],
    [{ FORCE_COLOR: '0' }, false, 80, false, 80],
    [{ FORCE_COLOR: '0' }, true, 80, true, 80],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, true, 80, false, 80],
  ])(
    'with %j (a terminal: %s, columns: %s) is in colour: %s, of width %s',
    (variables, isTTY, columns, colour, width) => {
      process.env = variables;
      Object.defineProperty(process, 'stdout', { value: { isTTY, columns }, configurable: true });
      expect(terminalStyle()).toEqual({ colour, width });
    },
  );
});
