import { describe, expect, test } from '@jest/globals';
import { type Flag, readArguments } from '../../src/cli/arguments.ts';
import type { Command } from '../../src/cli/commands.ts';
import { commandHelp, programHelp } from '../../src/cli/help.ts';
import { nodeProblem } from '../../src/cli/node-version.ts';

const flags: readonly Flag[] = [
  { name: 'repo', value: 'DIR', help: 'where' },
  { name: 'namespace', short: 'n', value: 'NS', help: 'inside' },
  { name: 'staged', help: 'what is staged' },
  { name: 'format', value: 'FORMAT', choices: ['text', 'json'], help: 'how' },
];

/** What is read, in one line each: values, switches, positionals and problems. */
function read(...argv: readonly string[]): string[] {
  const { values, switches, positionals, problems } = readArguments(argv, flags);
  return [
    ...[...values].map(([name, value]) => `${name}=${value}`),
    ...switches,
    ...positionals.map((each) => `+${each}`),
    ...problems.map(({ what, fix }) => `${what}: ${fix}`),
  ];
}

describe('arguments', () => {
  test.each<[string[], string[]]>([
    [[], []],
    [['--repo', 'a'], ['repo=a']],
    [['--repo=a'], ['repo=a']],
    [['--repo=a=b'], ['repo=a=b']],
    [
      ['-n', 'a', 'b'],
      ['namespace=a', '+b'],
    ],
    [['--namespace', 'a'], ['namespace=a']],
    [
      ['--staged', 'a', '-'],
      ['staged', '+a', '+-'],
    ],
    [
      ['a', '--', '--staged', '-n'],
      ['+a', '+--staged', '+-n'],
    ],
    [
      ['--format', 'json', '--staged'],
      ['format=json', 'staged'],
    ],
    [['--repo', '-n'], ['repo=-n']],
    [
      ['--repo', '--staged'],
      ['staged', '--repo lacks its value: write --repo DIR'],
    ],
    [['--repo'], ['--repo lacks its value: write --repo DIR']],
    [['--repo='], ['--repo lacks its value: write --repo DIR']],
    [['--repo', ''], ['--repo lacks its value: write --repo DIR']],
    [
      ['--repo', 'a', '--repo', 'b'],
      ['repo=a', '--repo is given twice: give it once'],
    ],
    [
      ['-n', 'a', '--namespace', 'b'],
      ['namespace=a', '--namespace is given twice: give it once'],
    ],
    [['--staged=yes'], ['--staged takes no value: write --staged alone']],
    [['--staged='], ['--staged takes no value: write --staged alone']],
    [['--format', 'jso'], ['--format cannot be "jso": did you mean json?']],
    [['--format', 'sarif'], ['--format cannot be "sarif": one of: text, json']],
    [
      ['--rep', 'a'],
      ['+a', 'unknown flag --rep: did you mean --repo?'],
    ],
    [['--hlp'], ['unknown flag --hlp: did you mean --help?']],
    [
      ['--something-else=x'],
      ['unknown flag --something-else: known flags: --help, --repo, --namespace, --staged, --format'],
    ],
    [
      ['-r', 'a'],
      ['+a', 'unknown flag -r: known flags: --help, --repo, --namespace, --staged, --format'],
    ],
    [['-n=a'], ['unknown flag -n=a: known flags: --help, --repo, --namespace, --staged, --format']],
    [
      ['-repo', 'a'],
      ['+a', 'unknown flag -repo: did you mean --repo?'],
    ],
    [
      ['--x-y-z-w', '--staged=1', '--format', 'pdf-or-so'],
      [
        'unknown flag --x-y-z-w: known flags: --help, --repo, --namespace, --staged, --format',
        '--staged takes no value: write --staged alone',
        '--format cannot be "pdf-or-so": one of: text, json',
      ],
    ],
  ])('%j', (argv, expected) => {
    expect(read(...argv)).toEqual(expected);
  });
});

describe('help', () => {
  const command = (part: Partial<Command>): Command => ({
    name: 'check',
    usage: 'check [--repo DIR]',
    summary: 'judge a change',
    flags: [],
    positionals: [0, 0],
    run: async () => 0,
    ...part,
  });

  test('lists commands by what is typed, in one column', () => {
    const lines = programHelp([
      command({}),
      command({ name: 'policy', invoked: 'policy validate', summary: 'check it' }),
    ]);
    expect(lines.split('\n')).toEqual([
      'gitops-gate judges changes to Kubernetes manifests before they are merged: commit signatures, permissions, secrets,',
      'and every other protection that is lost.',
      '',
      'Usage: gitops-gate COMMAND [FLAGS]',
      '',
      '  check            judge a change',
      '  policy validate  check it',
      '',
      '  gitops-gate COMMAND --help   the flags of a command',
      '  gitops-gate --version',
      '',
      'Exit codes: 0 passed, 1 blocked, 2 could not judge (bad input, missing history, broken policy), 3 an internal error.',
      '',
    ]);
  });

  test('of a command lists its flags with their short names and values', () => {
    expect(commandHelp(command({ flags }))).toBe(
      [
        'Usage: gitops-gate check [--repo DIR]',
        '',
        'Judge a change.',
        '',
        '  --repo DIR          where',
        '  -n, --namespace NS  inside',
        '  --staged            what is staged',
        '  --format FORMAT     how',
        '',
      ].join('\n'),
    );
    expect(commandHelp(command({}))).toBe('Usage: gitops-gate check [--repo DIR]\n\nJudge a change.\n');
  });
});

test('Node.js has to be new enough', () => {
  expect(['20.0.0', '20.20.2', '22.1.0', '100.0.0'].map(nodeProblem)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  for (const version of ['19.9.9', '18.20.8', '9.0.0', ''])
    expect(nodeProblem(version)).toEqual({
      what: `Node.js ${version} is too old.`,
      fix: 'Run it with Node.js 20.20 or newer.',
    });
});
