import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import { pathsCoveredLess, type SopsCover, sopsConfigFaults } from '../../src/secrets/compare/sops-config.ts';
import { readSopsConfig, SopsConfigs } from '../../src/secrets/sops/creation-rules.ts';
import { parseYaml } from '../../src/yaml/parse-yaml.ts';

const config = (rules: string, path = '.sops.yaml') => {
  const text = `creation_rules:\n${rules}`;
  return readSopsConfig(path, text, parseYaml(Buffer.from(text), defaultPolicy.limits).documents, true);
};
const treeOf = (paths: readonly string[]) => new Map(paths.map((path) => [path, { mode: '100644', id: path }]));

interface Change {
  readonly before?: string;
  readonly after?: string;
  readonly files?: readonly string[];
  /** Files that the change adds. */
  readonly added?: readonly string[];
  readonly plain?: readonly string[];
  readonly unread?: readonly string[];
}

function both({ before, after }: Change) {
  return {
    before: new SopsConfigs(before === undefined ? [] : [config(before)]),
    after: new SopsConfigs(after === undefined ? [] : [config(after)]),
  };
}

function faults(change: Change) {
  const { files = [], added = [], plain = [], unread = [] } = change;
  const cover: SopsCover = {
    configs: both(change),
    amongEncrypted: new Map(),
    neverEncrypted: new Set(plain),
    unread: new Set(unread),
  };
  const trees = { before: treeOf(files), after: treeOf([...files, ...added, '.sops.yaml']) };
  return sopsConfigFaults(cover, trees, new Map([['.sops.yaml', 's']])).map(
    ({ is, scope, regex, gained, lost, files: about, position, removedAt, unread: notRead }) => [
      is,
      scope,
      regex,
      gained.join(),
      lost.join(),
      about.join(),
      position === undefined ? '' : `${position.line}:${position.column}`,
      removedAt === undefined ? '' : `${removedAt.line}:${removedAt.column}`,
      ...(notRead ?? []),
    ],
  );
}

describe('what a change takes from what .sops.yaml says', () => {
  const rule = (rest: string, regex = 'x') => `- {path_regex: ${regex}, ${rest}}\n`;
  test.each<[string, Change, ReturnType<typeof faults>]>([
    ['nothing', { before: rule('age: a'), after: rule('age: a'), files: ['x'] }, []],
    [
      'a recipient, named for the files',
      { before: rule('age: a'), after: rule('age: "a,b"'), files: ['x', 'y', 'ax'] },
      [['recipients', 's', 'x', 'age b', '', 'x,ax', '2:19', '']],
    ],
    [
      'another recipient, for files to come',
      { before: rule('age: a'), after: rule('age: b') },
      [['recipients', 's', 'x', 'age b', 'age a', '', '2:19', '']],
    ],
    ['a recipient less', { before: rule('age: "a,b"'), after: rule('age: a'), files: ['x'] }, []],
    [
      'a lower threshold',
      {
        before: rule('key_groups: [{age: [a]}, {age: [b]}]'),
        after: rule('shamir_threshold: 1, key_groups: [{age: [a]}, {age: [b]}]'),
      },
      [['threshold', 's', 'x', '2,1', '', '', '2:19', '']],
    ],
    [
      'a recipient of more groups',
      { before: rule('key_groups: [{age: [a]}, {age: [b]}]'), after: rule('key_groups: [{age: [a]}, {age: [b, a]}]') },
      [['groups-joined', 's', 'x', 'age a', '', '', '2:54', '']],
    ],
    [
      'a MAC of less',
      { before: rule('age: a'), after: rule('age: a, mac_only_encrypted: true') },
      [['mac-narrowed', 's', 'x', '', '', '', '2:27', '']],
    ],
    [
      'a selector that cannot be read',
      { before: rule('age: a'), after: rule('age: a, encrypted_regex: (?=x)') },
      [['unread', 's', 'x', 'encrypted_regex', '', '', '2:27', '']],
    ],
    [
      'a narrower selector',
      { before: rule('age: a'), after: rule('age: a, encrypted_regex: ^data$'), files: ['x'] },
      [['narrowed-in-secrets', 's', 'x', 'stringData,spec.values.password,password,secret', '', 'x', '2:27', '']],
    ],
    [
      'a selector without Secrets',
      {
        before: rule('age: a, encrypted_regex: ^(data|stringData|password)$'),
        after: rule('age: a, encrypted_regex: ^(data|stringData)$'),
      },
      [['narrowed', 's', 'x', 'spec.values.password,password', '', '', '2:27', '']],
    ],
    ['a wider selector', { before: rule('age: a, encrypted_regex: ^data$'), after: rule('age: a') }, []],
    [
      'several selectors',
      {
        before: rule('age: a, encrypted_suffix: _z'),
        after: rule('age: a, encrypted_suffix: _z, encrypted_regex: ^data$'),
      },
      [
        ['narrowed', 's', 'x', '_z', '', '', '2:49', ''],
        ['selectors-several', 's', 'x', 'encrypted_regex,encrypted_suffix', '', '', '2:49', ''],
      ],
    ],
    [
      'the rule',
      { before: rule('age: a'), after: rule('age: a', 'zzz'), files: ['x', 'ax', 'y', 'zzz'] },
      [['uncovered', 's', 'x', '', '', 'x,ax', '1:1', '2:3']],
    ],
    ['the file', { before: rule('age: a'), files: ['x', 'y'] }, [['uncovered', 's', 'x', '', '', 'x', '', '2:3']]],
    [
      'the rule of what was never encrypted',
      { before: rule('age: a'), after: rule('age: a', 'zzz'), files: ['x', 'zzz'], plain: ['x'] },
      [['uncovered-plain', 's', 'x', '', '', 'x', '1:1', '2:3']],
    ],
    [
      'the rule, of what was encrypted and what was not',
      {
        before: rule('age: a'),
        after: rule('age: a', 'zzz'),
        files: ['x', 'ax', 'zzz'],
        plain: ['x'],
        unread: ['ax', 'x'],
      },
      [['uncovered', 's', 'x', '', '', 'ax', '1:1', '2:3', 'ax']],
    ],
    [
      'the rule of a new file alone',
      { before: rule('age: a'), after: rule('age: a', 'zzz'), files: ['zzz'], added: ['x'] },
      [],
    ],
    [
      'a rule before it that cannot be read',
      { before: rule('age: a'), after: `${rule('age: a', '(?=x)')}${rule('age: a')}`, files: ['x'] },
      [
        ['unread', 's', 'x', '', '', 'x', '1:1', '2:3'],
        ['unread', 's', '(?=x)', 'path_regex', '', 'x', '2:4', ''],
      ],
    ],
    [
      'a rule that covers nothing',
      { before: rule('age: a'), after: `${rule('age: a')}${rule('age: b', 'zzz')}`, files: ['x'] },
      [['covers-nothing', 's', 'zzz', '', '', '', '3:4', '']],
    ],
    [
      'a rule that comes too late',
      { before: rule('age: a'), after: `${rule('age: a')}${rule('age: a', 'ax')}`, files: ['x', 'ax'] },
      [['never-first', 's', 'ax', '', '', 'ax', '3:4', '']],
    ],
    [
      'a rule that is used',
      { before: rule('age: a'), after: `${rule('age: a')}${rule('age: a', 'y')}`, files: ['x', 'y'] },
      [],
    ],
    ['a rule for all', { before: rule('age: a'), after: `${rule('age: a')}- {age: b}\n`, files: ['x'] }, []],
  ])('%s', (_, change, found) => expect(faults(change)).toEqual(found));

  test('files that are covered less', () => {
    const less = (change: Change, isTouched = true) =>
      pathsCoveredLess(both(change), treeOf(change.files ?? []), () => isTouched);
    const files = ['x', 'y', '.sops.yaml'];
    expect(less({ before: rule('age: a'), after: rule('age: a', 'zzz'), files })).toEqual(['x']);
    expect(less({ before: rule('age: a'), files })).toEqual(['x']);
    expect(less({ before: rule('age: a'), after: rule('age: a, encrypted_regex: x', '^x'), files })).toEqual(['x']);
    expect([
      less({ before: rule('age: a'), after: rule('age: b', '^x'), files }),
      less({ before: rule('age: a'), after: rule('age: a, encrypted_regex: x'), files }),
      less({ before: rule('age: a'), after: rule('age: a', '(?=x)'), files }),
      less({ after: rule('age: a'), files }),
      less({ before: rule('age: a'), after: rule('age: a', 'zzz'), files }, false),
    ]).toEqual(Array(5).fill([]));
  });
});
