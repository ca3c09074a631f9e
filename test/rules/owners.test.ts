import { describe, expect, test } from '@jest/globals';
import type { FileSide, TouchedFile } from '../../src/kube/touched-file.ts';
import type { Change } from '../../src/rules/evidence.ts';
import {
  codeOwnersDifferences,
  forgesReading,
  holdingLine,
  linesIn,
  readCodeOwners,
} from '../../src/rules/repository/gate-changed/code-owners.ts';
import { lostOwners } from '../../src/rules/repository/review-weakened/owners.ts';

type Files = Readonly<Record<string, string>>;

/** A change of files; `touched` are those that differ, and `moved` says where new ones came from. */
function change(
  before: Files,
  after: Files,
  moved: Readonly<Record<string, string>> = {},
  more: Partial<TouchedFile['after']> = {},
): Change {
  const tree = (files: Files) =>
    new Map(Object.entries(files).map(([path, text]) => [path, { mode: '100644', id: text }]));
  const side = (path: string, text: string | undefined) =>
    text === undefined
      ? undefined
      : ({ path, text, bytes: Buffer.from(text), size: text.length, resources: [], ...more } as unknown as FileSide);
  const touched = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((path) => before[path] !== after[path])
    .map((path) => {
      const [was, is] = [side(path, before[path]), side(path, after[path])];
      return {
        path,
        ...(was && { before: was }),
        ...(is && { after: is }),
        ...(moved[path] && { movedFrom: moved[path] }),
      };
    });
  const bytes = (files: Files) => new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));
  return {
    before: tree(before),
    after: tree(after),
    touched,
    controlFiles: { before: bytes(before), after: bytes(after) },
  } as unknown as Change;
}

describe('lines of CODEOWNERS', () => {
  const owned = (text: string, path: string, forge: 'github' | 'gitlab' = 'github') =>
    readCodeOwners(Buffer.from(text), forge).map((section) => {
      const line = holdingLine(section, path);
      return `${section.name}${section.isOptional ? '?' : ''} ${line === undefined ? '-' : `${line.line}: ${line.owners.join(' ')} ${line.approvals}${line.isExclusion ? ' excluded' : ''}`}`.trim();
    });

  test.each<readonly [pattern: string, ...paths: string[]]>([
    ['*', 'a', 'b', 'a.yaml', 'a/b', 'a/b/c', 'x/a/b', 'a/x/b', 'x/a.yaml', 'a/b.yaml', 'a.yaml/b'],
    ['a.yaml', 'a.yaml', 'x/a.yaml', 'a.yaml/b'],
    ['/a', 'a', 'a/b', 'a/b/c', 'a/x/b', 'a/b.yaml'],
    ['a/', 'a/b', 'a/b/c', 'x/a/b', 'a/x/b', 'a/b.yaml'],
    ['/a/', 'a/b', 'a/b/c', 'a/x/b', 'a/b.yaml'],
    ['a/b', 'a/b', 'a/b/c'],
    ['/a/*', 'a/b', 'a/b.yaml'],
    ['a/*', 'a/b', 'a/b.yaml'],
    ['*.yaml', 'a.yaml', 'x/a.yaml', 'a/b.yaml', 'a.yaml/b'],
    ['a/**', 'a/b', 'a/b/c', 'a/x/b', 'a/b.yaml'],
    ['**/b', 'b', 'a/b', 'a/b/c', 'x/a/b', 'a/x/b', 'a.yaml/b'],
  ])('%s is for these paths alone', (pattern, ...paths) => {
    const all = ['a', 'b', 'a.yaml', 'a/b', 'a/b/c', 'x/a/b', 'a/x/b', 'x/a.yaml', 'a/b.yaml', 'a.yaml/b'];
    const own = all.filter((path) => owned(`${pattern} @o`, path)[0] !== '-');
    expect(own).toEqual(paths);
  });

  test.each<readonly [string, string, string, ...string[]]>([
    ['the last line holds', 'github', '* @a\n/x @b\n', '2: @b 1'],
    ['a line without owners', 'github', '* @a\n/x\n', '2:  1'],
    ['a comment behind', 'github', '/x @a # @b\n', '1: @a 1'],
    ['a comment', 'github', '/x @a\n# /x @b\n', '1: @a 1'],
    ['a team', 'github', '/x @o/team ann@example.org\n', '1: @o/team ann@example.org 1'],
    ['what is no owner', 'github', '* @a\n/x b\n', '1: @a 1'],
    ['one of two is no owner', 'github', '* @a\n/x @b c\n', '1: @a 1'],
    ['a path with blanks', 'github', '/x\\ y @b\n', '-'],
    ['what begins with a number sign', 'github', '/x @a\n\\#x @b\n', '1: @a 1'],
    ['nothing', 'github', '', '-'],
    ['a carriage return', 'github', '/x @a\r\n', '1: @a 1'],
    ['the owners of a section', 'gitlab', '[S] @s\n/x\n', '-', 's 2: @s 1'],
    ['owners of their own', 'gitlab', '[S] @s\n/x @a\n', '-', 's 2: @a 1'],
    ['approvals', 'gitlab', '[S][2]\n/x @a\n', '-', 's 2: @a 2'],
    ['no approvals', 'gitlab', '[S][0]\n/x @a\n', '-', 's 2: @a 1'],
    ['an optional section', 'gitlab', '^[S]\n/x @a\n', '-', 's? 2: @a 1'],
    ['two headers of a name', 'gitlab', '^[S]\n/x @a\n[s] @b\n/x\n', '-', 's 4: @b 1'],
    ['both optional', 'gitlab', '^[S]\n/x @a\n^[s] @b\n/x\n', '-', 's? 4: @b 1'],
    ['two sections', 'gitlab', '/x @a\n[S]\n/x @b\n', '1: @a 1', 's 3: @b 1'],
    ['an exclusion', 'gitlab', '[S] @s\n!/x\n/x @a\n', '-', 's 2:  1 excluded'],
    ['a comment behind a header', 'gitlab', '[S] @s # @t\n/x\n', '-', 's 2: @s 1'],
    ['roles and groups', 'gitlab', '/x @@maintainer @a/b/c d\n', '1: @@maintainer @a/b/c 1'],
    ['an exclusion of GitHub', 'github', '* @a\n!/x @b\n', '1: @a 1'],
  ])('%s', (_, forge, text, ...expected) => {
    expect(owned(text, 'x', forge as 'github')).toEqual(expected);
  });

  test('owners are told from other words', () => {
    const isOwner = (word: string, forge: 'github' | 'gitlab') =>
      owned(`/x ${word}\n`, 'x', forge)[0] === `1: ${word} 1`;
    const both = ['@a', '@a/b', 'ann@example.org', 'a.b@c-d.e.org'];
    const ofGitlab = ['@@developer', '@a/b/c'];
    const neither = [
      'a',
      'x@',
      '@',
      '@a/',
      '@a//b',
      '@a!',
      'x!@a',
      '@@@a',
      'ann@',
      'ann@example',
      'a@b@c.org',
      'ann@example.org!',
      'x@.org',
    ];
    expect([...both, ...ofGitlab, ...neither].filter((word) => isOwner(word, 'gitlab'))).toEqual([
      ...both,
      ...ofGitlab,
    ]);
    expect([...both, ...ofGitlab, ...neither].filter((word) => isOwner(word, 'github'))).toEqual(both);
    expect(owned('[S] @s t # @u\n/x\n', 'x', 'gitlab')).toEqual(['-', 's 2: @s 1']);
    expect(owned('[S] @s t# @u\n/x\n', 'x', 'gitlab')).toEqual(['-', 's 2: @s @u 1']);
    expect(owned('x[S] @s\n', 'x', 'gitlab')).toEqual(['-']);
    expect(owned('/x @a\nx! @b\n/\\#x @c\n', 'x')).toEqual(['1: @a 1']);
    expect(owned('/x! @b\n', 'x!')).toEqual(['1: @b 1']);
  });

  test('a file of 3 MB or more is not loaded by GitHub', () => {
    const text = (size: number) => Buffer.from('* @a\n'.padEnd(size, '#'));
    expect([
      readCodeOwners(text(3_000_000 - 1), 'github').length,
      readCodeOwners(text(4_000_000), 'github').length,
      readCodeOwners(text(4_000_000), 'gitlab').length,
    ]).toEqual([1, 0, 1]);
  });

  test('lines are counted', () => {
    expect(['', 'a', 'a\n', 'a\nb', 'a\nb\n'].map((text) => linesIn(Buffer.from(text)))).toEqual([1, 1, 2, 2, 3]);
  });
});

describe('manifests that lose their owners', () => {
  const owners = '.github/CODEOWNERS';
  const manifests = { 'a.yaml': 'x', 'b/c.json': 'x', 'readme.md': 'x', 'gate.yaml': 'x' };
  const lost = (before: Files, after: Files, moved: Readonly<Record<string, string>> = {}) =>
    lostOwners(change(before, after, moved), (path) => path === 'gate.yaml').map(
      ({ file, line, removedAt, what, severity, code }) =>
        `${severity} ${file}:${line ?? '-'}${removedAt === undefined ? '' : ` < ${removedAt.file}:${removedAt.line}`} ${what} [${code.slice(0, 2).join('; ').replaceAll('"', '')}]`,
    );
  const of = (before: string, after: string | undefined, path = owners) =>
    lost({ ...manifests, [path]: before }, { ...manifests, ...(after === undefined ? {} : { [path]: after }) });

  test.each<readonly [string, string, string | undefined, ...string[]]>([
    [
      'the file is gone',
      '* @a @b\n',
      undefined,
      'high .github/CODEOWNERS:- < .github/CODEOWNERS:1 no longer names who must review 2 manifests, a.yaml among them (before: @a @b) [owners; [,[@a,@b],[]]]',
    ],
    [
      'its line is gone',
      'x @z\n* @a\n',
      '\n',
      'high .github/CODEOWNERS:1 < .github/CODEOWNERS:2 no longer names who must review 2 manifests, a.yaml among them (before: @a) [owners; [,[@a],[]]]',
    ],
    [
      'its line names nobody',
      '* @a\n',
      '\n*\n',
      'high .github/CODEOWNERS:2 < .github/CODEOWNERS:1 no longer names who must review 2 manifests, a.yaml among them (before: @a) [owners; [,[@a],[]]]',
    ],
    [
      'one of them',
      '* @a\n',
      '* @a\nb/\n',
      'high .github/CODEOWNERS:2 < .github/CODEOWNERS:1 no longer names who must review b/c.json (before: @a) [owners; [,[@a],[]]]',
    ],
    [
      'other owners',
      '* @a\n',
      '* @b\n',
      'medium .github/CODEOWNERS:1 < .github/CODEOWNERS:1 newly lets @b approve 2 manifests, a.yaml among them (before: @a) [owners; [,[@a],[@b]]]',
    ],
    [
      'another owner as well',
      '* @a\n',
      '* @a @b\n',
      'medium .github/CODEOWNERS:1 < .github/CODEOWNERS:1 newly lets @b approve 2 manifests, a.yaml among them (before: @a) [owners; [,[@a],[@a,@b]]]',
    ],
    ['one owner less', '* @a @b\n', '* @b\n'],
    ['the same owners', '* @a @b\n', '# x\n* @b @a\n'],
    ['owners where none were', '', '* @a\n'],
    [
      'each another',
      'a.yaml @a\nb/ @b\n',
      'a.yaml @b\nb/ @a\n',
      'medium .github/CODEOWNERS:1 < .github/CODEOWNERS:1 newly lets @b approve a.yaml (before: @a) [owners; [,[@a],[@b]]]',
      'medium .github/CODEOWNERS:2 < .github/CODEOWNERS:2 newly lets @a approve b/c.json (before: @b) [owners; [,[@b],[@a]]]',
    ],
    ['what is no manifest', 'readme.md @a\n', ''],
    ['what is of the gate', 'gate.yaml @a\n', ''],
  ])('%s', (_, before, after, ...expected) => {
    expect(of(before, after)).toEqual(expected);
  });

  test.each<readonly [string, string, string, ...string[]]>([
    [
      'fewer approvals',
      '[S][2] @a\n*\n',
      '[S] @a\n*\n',
      'high .gitlab/CODEOWNERS:2 < .gitlab/CODEOWNERS:2 lowers the approvals of @a from 2 to 1 for 2 manifests, a.yaml among them [owners; [s,[@a],[@a],1]]',
    ],
    ['more approvals', '[S] @a\n*\n', '[S][2] @a\n*\n'],
    [
      'none that has to',
      '[S] @a\n*\n',
      '^[S] @a\n*\n',
      'high .gitlab/CODEOWNERS:2 < .gitlab/CODEOWNERS:2 no longer requires @a to approve 2 manifests, a.yaml among them [owners; [s,[@a],[@a],0]]',
    ],
    [
      'other owners, and fewer approvals',
      '[S][2] @a\n*\n',
      '[S] @b\n*\n',
      'high .gitlab/CODEOWNERS:2 < .gitlab/CODEOWNERS:2 newly lets @b approve 2 manifests, a.yaml among them (before: @a) [owners; [s,[@a],[@b]]]',
    ],
    [
      'a section less',
      '[S] @a\n*\n[T] @b\n*\n',
      '[T] @b\n*\n',
      'high .gitlab/CODEOWNERS:1 < .gitlab/CODEOWNERS:2 no longer names who must review 2 manifests, a.yaml among them (before: @a) [owners; [s,[@a],[]]]',
    ],
    ['a section more', '[S] @a\n*\n', '[S] @a\n*\n[T] @b\n*\n'],
  ])('of GitLab: %s', (_, before, after, ...expected) => {
    expect(of(before, after, '.gitlab/CODEOWNERS')).toEqual(expected);
  });

  test('a file that moves is where it is now', () => {
    expect(lost({ ...manifests, [owners]: '* @a\n' }, { ...manifests, 'docs/CODEOWNERS': 'a.yaml @a\n' })).toEqual([
      expect.stringContaining('docs/CODEOWNERS:1 < .github/CODEOWNERS:1 no longer names who must review b/c.json'),
    ]);
    expect(lost({ ...manifests, [owners]: '* @a\n', CODEOWNERS: '' }, { ...manifests, CODEOWNERS: '* @a\n' })).toEqual(
      [],
    );
  });

  test('a manifest that moves away from its owners', () => {
    const rule = { [owners]: '/a.yaml @a\n/b/ @b\n' };
    expect(
      lost(
        { ...manifests, ...rule },
        { 'readme.md': 'x', 'gate.yaml': 'x', ...rule, 'z.yaml': 'x', 'y.json': 'x' },
        { 'z.yaml': 'a.yaml', 'y.json': 'b/c.json' },
      ),
    ).toEqual([
      'medium z.yaml:1 < a.yaml:1 is moved from a.yaml to where nobody must review it (before: @a) [owners; moved]',
      'medium y.json:1 < b/c.json:1 is moved from b/c.json to where nobody must review it (before: @b) [owners; moved]',
    ]);
    const both = { [owners]: '/a.yaml @a\n/b/ @a\n/y.json @z\n' };
    expect(
      lost(
        { ...manifests, ...both },
        { ...both, 'z.yaml': 'x', 'x.json': 'x' },
        { 'z.yaml': 'a.yaml', 'x.json': 'b/c.json' },
      ),
    ).toEqual([
      'medium z.yaml:1 < a.yaml:1 is moved from a.yaml to where nobody must review it (before: @a), 2 manifests in all [owners; moved]',
    ]);
    expect(lost({ ...manifests, ...both }, { ...both, 'y.json': 'x' }, { 'y.json': 'b/c.json' })).toEqual([]);
    expect(lost({ ...manifests, ...both }, { ...both, 'y.md': 'x' }, { 'y.md': 'b/c.json' })).toEqual([]);
  });

  test('manifests are what clusters are made from', () => {
    const own = [
      'a.yml',
      'a.YAML',
      'a.json',
      'a.tpl',
      'a.gotmpl',
      'a.jsonnet',
      'a.libsonnet',
      'a.cue',
      'a.tf',
      'a.tfvars',
      'Kustomization',
      'x/kustomization',
    ];
    const others = ['a.yamlx', 'a.md', 'xKustomization', 'Kustomization.x', 'yaml'];
    const isLost = (path: string) =>
      lost({ [path]: 'x', [owners]: '* @a\n' }, { [path]: 'x', [owners]: '' }).length === 1;
    expect([own.filter((path) => !isLost(path)), others.filter(isLost)]).toEqual([[], []]);
  });

  test('what cannot be compared may name nobody any more', () => {
    const [before, after] = [
      { ...manifests, [owners]: '* @a\n' },
      { ...manifests, [owners]: '* @b\n' },
    ];
    const said = (make: (given: Change) => Change) =>
      lostOwners(make(change(before, after)), () => false).map(
        ({ file, line, what, severity, code }) => `${severity} ${file}:${line ?? '-'} ${what} [${code.join('; ')}]`,
      );
    const unread = (given: Change, mode: string, side: 'before' | 'after' = 'after'): Change => {
      const controlFiles = { before: new Map(given.controlFiles?.before), after: new Map(given.controlFiles?.after) };
      controlFiles[side].delete(owners);
      return { ...given, after: new Map([...given.after, [owners, { mode, id: 'x' }]]), controlFiles };
    };
    const sized = (given: Change, size: number): Change => ({
      ...given,
      touched: given.touched.map((file) =>
        file.after === undefined ? file : { ...file, after: { ...file.after, size } },
      ),
    });
    expect(said((given) => unread(given, '120000'))).toEqual([
      `high ${owners}:1 is a symbolic link, which is not followed: a forge that does not follow it either asks nobody to review manifests [owners; symbolic link]`,
    ]);
    expect(said((given) => unread(given, '160000'))).toEqual([expect.stringContaining('is a submodule, which')]);
    expect(said((given) => unread(given, '100644'))).toEqual([
      `high ${owners}:1 is too long to tell which manifests it no longer names reviewers for [owners; too long]`,
    ]);
    expect(said((given) => unread(given, '100644', 'before'))).toHaveLength(1);
    expect(
      [2_999_999, 3_000_000].map((size) =>
        said((given) => sized(unread(given, '100644'), size))[0]?.includes('has 3 MB or more'),
      ),
    ).toEqual([false, true]);
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`${at}.yaml`, 'x']));
    const long = (count: number) =>
      lostOwners(change({ ...many, [owners]: `* @a${'\n'.repeat(count)}` }, many), () => false).map(
        ({ file, line, what }) => `${file}:${line ?? '-'} ${what.slice(0, 11)}`,
      );
    // 1,000 lines and one of a file that is gone, by 1,000 manifests twice over.
    expect([long(1_998), long(1_999)]).toEqual([[`${owners}:- no longer n`], [`${owners}:- is too long`]]);
  });

  test('forges are known by what the repository has', () => {
    const forges = (files: Files) => forgesReading(change(files, files)).join();
    const [sections, plain, pipeline] = ['x @a\n ^[S]\n', 'x @a\nx[S]\n', { '.gitlab-ci.yml': '' }];
    expect([forges({ ...pipeline, CODEOWNERS: sections }), forges({ ...pipeline, 'docs/CODEOWNERS': '[S]' })]).toEqual([
      'gitlab',
      'gitlab',
    ]);
    const both = [
      { CODEOWNERS: sections },
      { ...pipeline, CODEOWNERS: plain },
      { ...pipeline, CODEOWNERS: sections, '.github/x': '', x: '' },
      { ...pipeline, [owners]: sections },
      pipeline,
    ];
    expect(both.map(forges)).toEqual(both.map(() => 'github,gitlab'));
  });

  test('what comes to the same for both forges is one loss', () => {
    const pipeline = { '.gitlab-ci.yml': 'a: {script: [x]}\n' };
    const found = lost(
      { ...manifests, ...pipeline, CODEOWNERS: '* @a\n' },
      { ...manifests, ...pipeline, CODEOWNERS: '* @b\n' },
    );
    expect(found).toEqual([expect.stringContaining('newly lets @b approve')]);
  });
});

describe('who owns what the gate is made of', () => {
  const said = (before: Files, after: Files, own: readonly string[] = ['g/policy.yaml']) =>
    codeOwnersDifferences(change(before, after), own).map(
      ({ file, at, what, effect, code }) => `${effect} ${file}:${at?.line ?? '-'} ${what} [${code.join('; ')}]`,
    );
  const owners = '.github/CODEOWNERS';
  test.each<readonly [string, string, string | undefined, ...string[]]>([
    [
      'others',
      '* @a\n',
      '* @b\n',
      'weakens .github/CODEOWNERS:1 other people own "g/policy.yaml", ".github/CODEOWNERS" [owners; g/policy.yaml; @b; .github/CODEOWNERS; @b]',
    ],
    [
      'nobody',
      '* @a\n',
      '\n',
      'weakens .github/CODEOWNERS:1 other people own "g/policy.yaml", ".github/CODEOWNERS" [owners; g/policy.yaml; ; .github/CODEOWNERS; ]',
    ],
    ['in another order', '* @b @a\n', '* @a @b\n'],
    [
      'newly somebody',
      '',
      '* @a\n',
      'changes .github/CODEOWNERS:1 owners are named for "g/policy.yaml", ".github/CODEOWNERS" [owners; g/policy.yaml; @a; .github/CODEOWNERS; @a]',
    ],
    [
      'of the file itself alone',
      '/g/ @a\n',
      '/g/ @a\n/.github/ @b\n',
      'changes .github/CODEOWNERS:1 owners are named for ".github/CODEOWNERS" [owners; .github/CODEOWNERS; @b]',
    ],
    ['not of it', '/g/ @a\n', '/g/ @a\n/x @b\n'],
    [
      'the file is gone',
      '* @a\n',
      undefined,
      'weakens .github/CODEOWNERS:- other people own "g/policy.yaml", ".github/CODEOWNERS" [owners; g/policy.yaml; ; .github/CODEOWNERS; ]',
    ],
  ])('%s', (_, before, after, ...expected) => {
    expect(said({ [owners]: before }, after === undefined ? {} : { [owners]: after })).toEqual(expected);
  });

  test('a file that is not touched changes nothing', () => {
    expect(said({ [owners]: '* @a\n', x: '1' }, { [owners]: '* @a\n', x: '2' })).toEqual([]);
  });

  test('a file that is read no more than by its id is other than any', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => `g/${at}`);
    const long = `* @a\n${'#\n'.repeat(100)}`;
    expect(said({ [owners]: long }, { [owners]: `${long}#` }, many).length).toBe(1);
    expect(said({ [owners]: '* @a\n' }, { [owners]: '* @a\n#' }, many)).toEqual([]);
  });
});
