import { describe, expect, test } from '@jest/globals';
import type { HiddenCharacters } from '../../src/hidden/hidden-characters.ts';
import type { HiddenPath } from '../../src/hidden/hiding-attributes.ts';
import { goneTogether } from '../../src/rules/admission/gone-together.ts';
import type { Evidence } from '../../src/rules/evidence.ts';
import { hiddenFromDiff } from '../../src/rules/repository/hidden-from-diff.ts';
import type { Observation } from '../../src/rules/rule.ts';
import { lineOf } from './observed-lines.ts';

describe('what a diff does not show', () => {
  const said = (
    paths: readonly HiddenPath[],
    characters: readonly HiddenCharacters[] = [],
    unknown: readonly { file: string; why: string }[] = [],
  ) =>
    [...hiddenFromDiff.check({ hidden: { manifests: { paths, unknown }, characters } } as unknown as Evidence)].map(
      lineOf,
    );
  const hidden = (path: string, line = 1, more: Partial<HiddenPath> = {}): HiddenPath => ({
    path,
    attribute: '-diff',
    effect: 'no diff',
    severity: 'medium',
    source: { file: '.gitattributes', line },
    ...more,
  });
  const names = (count: number) => Array.from({ length: count }, (_, index) => `${index}.yaml`);

  test('attributes are said by the line that has them', () => {
    expect(said([hidden('a.yaml')])).toEqual([
      'medium .gitattributes:1: .gitattributes hides manifests (a.yaml) by -diff: no diff. [attributes; .gitattributes; -diff]',
    ]);
    expect(said([hidden('a.yaml'), hidden('b.yaml', 1, { severity: 'high' })])).toEqual([
      'high .gitattributes:1: .gitattributes hides manifests (a.yaml and 1 more) by -diff: no diff. (a.yaml | b.yaml) [attributes; .gitattributes; -diff]',
    ]);
    expect(said([hidden('a.yaml'), hidden('a.yaml', 1, { attribute: 'binary', effect: 'binary' })])).toEqual([
      'medium .gitattributes:1: .gitattributes hides manifests (a.yaml) by -diff binary: no diff, and binary. [attributes; .gitattributes; -diff; binary]',
    ]);
    expect(
      said([
        hidden('a.yaml'),
        hidden('b.yaml', 2),
        hidden('c.yaml', 1, { source: { file: 'x/.gitattributes', line: 1 } }),
      ]),
    ).toHaveLength(3);
    expect(said(names(4).map((name) => hidden(name)))[0]).toContain('(0.yaml and 3 more)');
    expect(said(names(5).map((name) => hidden(name)))[0]).toContain('(0.yaml and more)');
  });

  test('new files that the base hides are said at the first of them', () => {
    const fresh = (path: string, more: Partial<HiddenPath> = {}) => hidden(path, 4, { isNewFile: true, ...more });
    expect(said([fresh('a.yaml')])).toEqual([
      'medium a.yaml:1: a.yaml is a new manifest that a reviewer of the diff does not see: line 4 of .gitattributes says -diff of it. [new file; .gitattributes; -diff; a.yaml]',
    ]);
    expect(
      said([fresh('a.yaml'), fresh('b.yaml', { severity: 'high', attribute: 'binary' }), hidden('c.yaml', 4)]),
    ).toEqual([
      'high a.yaml:1: a.yaml is a new manifest, with 1 more, that a reviewer of the diff does not see: line 4 of .gitattributes says -diff binary of it. (a.yaml | b.yaml) [new file; .gitattributes; -diff; binary; a.yaml; b.yaml]',
      'medium .gitattributes:4: .gitattributes hides manifests (c.yaml) by -diff: no diff. [attributes; .gitattributes; -diff]',
    ]);
    expect(said(names(4).map((name) => fresh(name)))[0]).toContain('manifest, with 3 more, that');
    expect(said(names(5).map((name) => fresh(name)))[0]).toContain('manifest, with more, that');
    expect(said([], [], [{ file: '.gitattributes', why: 'too long' }])).toEqual([
      '- .gitattributes:1: What .gitattributes hides from a diff is not known: too long. [unread; .gitattributes]',
    ]);
  });

  test('characters are said by their codes', () => {
    const found = (...codes: readonly number[]) =>
      codes.map((code, index) => ({ code, position: { file: 'a.yaml', line: index + 1, column: 1 } }));
    const characters = (more: Partial<HiddenCharacters>): HiddenCharacters => ({
      kind: 'invisible',
      file: 'a.yaml',
      scope: 's',
      isName: false,
      found: found(0x200b),
      ...more,
    });
    expect(said([], [characters({})])).toEqual([
      '- a.yaml:1: a.yaml holds characters (U+200B) which make a name another than it looks like. [characters; invisible; U+200B]',
    ]);
    expect(said([], [characters({ kind: 'control', found: found(0x1b, 0x1b, 7) })])).toEqual([
      '- a.yaml:1: a.yaml holds characters (U+001B × 2, U+0007) which a terminal obeys instead of showing them. also a.yaml:2, a.yaml:3 [characters; control; U+001B × 2; U+0007]',
    ]);
    expect(said([], [characters({ isName: true, kind: 'reordered', found: found(0x202e, 0x202d) })])).toEqual([
      '- a.yaml:1: The name of a.yaml holds characters (U+202E, U+202D) which show a line in another order than it is read in. [characters; reordered; name; U+202E; U+202D]',
    ]);
    const codes = [1, 2, 3, 4, 5, 6, 7];
    expect(said([], [characters({ found: found(...codes.slice(0, 5)) })])[0]).toContain(
      '(U+0001, U+0002, U+0003, U+0004, U+0005)',
    );
    expect(said([], [characters({ found: found(...codes) })])[0]).toContain(
      '(U+0001, U+0002, U+0003, U+0004, U+0005 and 2 more)',
    );
    const many = [
      ...hiddenFromDiff.check({
        hidden: {
          manifests: { paths: [], unknown: [] },
          characters: [characters({ found: found(...Array(30).fill(0x200b)) })],
        },
      } as unknown as Evidence),
    ];
    expect(many[0]?.places).toHaveLength(20);
  });
});

describe('what is gone together', () => {
  const gone = (name: string, line: number, more: Partial<Observation> = {}): Observation => ({
    ...{
      message: `ClusterPolicy ${name} is gone, and with it what it refused.`,
      remedy: 'Keep it.',
      severity: 'high',
      scope: 's',
    },
    ...{
      position: { file: 'a.yaml', line, column: 1 },
      object: { group: 'kyverno.io', kind: 'ClusterPolicy', namespace: undefined, name },
      subject: ['gone'],
    },
    ...more,
  });
  const said = (...all: readonly Observation[]) => goneTogether(all).map(lineOf);
  const three = [gone('c', 9), gone('a', 3), gone('b', 6)];

  test('three of one file are one, at the first of them', () => {
    expect(said(...three)).toEqual([
      'high a.yaml:3: ClusterPolicy a and 2 more of a.yaml are gone, and with them what they refused. also a.yaml:6, a.yaml:9 (also ClusterPolicy b, ClusterPolicy c) [gone; ["kyverno.io","ClusterPolicy",null,"a"]; ["kyverno.io","ClusterPolicy",null,"b"]; ["kyverno.io","ClusterPolicy",null,"c"]]',
    ]);
    expect(goneTogether(three)[0]).not.toHaveProperty('object');
    expect(said(...three.slice(0, 2))).toHaveLength(2);
  });

  test.each<readonly [string, Partial<Observation>, number]>([
    ['in another file', { position: { file: 'b.yaml', line: 1, column: 1 } }, 3],
    ['of another severity', { severity: 'low' }, 3],
    ['of another scope', { scope: 't' }, 3],
    ['that did something else', { message: 'ClusterPolicy x is gone, and with it what it noted.' }, 3],
    ['that is about something else', { subject: ['gone', 'x'] }, 3],
    ['another name', {}, 1],
  ])('but not one %s', (_, more, count) => {
    const [first, second, third] = three as [Observation, Observation, Observation];
    expect(goneTogether([first, second, { ...third, ...more } as Observation])).toHaveLength(count);
  });

  test('what is replaced by less each is another matter, unless the same namespaces are left alone', () => {
    const replaced = (name: string, more: Partial<Observation> = {}, how = ', which refuses as well') =>
      gone(name, 1, {
        message: `ClusterPolicy ${name} is replaced by ValidatingPolicy ${name}${how}.`,
        severity: 'medium',
        subject: ['replaced', 'ValidatingPolicy', 'refuses', name],
        ...more,
      });
    expect(said(replaced('a'), replaced('b'), replaced('c'))).toEqual([
      'medium a.yaml:1: ClusterPolicy a and 2 more of a.yaml are each replaced by the ValidatingPolicy of that name, which refuses as well. also a.yaml:1, a.yaml:1 (also ClusterPolicy b, ClusterPolicy c) [replaced; ["kyverno.io","ClusterPolicy",null,"a","refuses","a"]; ["kyverno.io","ClusterPolicy",null,"b","refuses","b"]; ["kyverno.io","ClusterPolicy",null,"c","refuses","c"]]',
    ]);
    const high = { severity: 'high' } as const;
    expect(said(replaced('a', high), replaced('b', high), replaced('c', high))).toHaveLength(3);
    const alone = (name: string) =>
      replaced(
        name,
        { severity: 'high', subject: ['replaced', 'ValidatingPolicy', 'namespaces', 'x'] },
        ', which newly leaves namespace x alone',
      );
    expect(said(alone('a'), alone('b'), alone('c'))).toHaveLength(1);
    expect(
      said(replaced('a'), replaced('b'), replaced('c', { subject: ['replaced', 'K8sA', 'refuses'] })),
    ).toHaveLength(3);
    expect(said(replaced('a'), replaced('b'), replaced('c', {}, ', which is not for jobs'))).toHaveLength(3);
  });

  test('forty of them are named', () => {
    const many = (count: number) =>
      said(...Array.from({ length: count }, (_, index) => gone(`p${index}`, index + 1)))[0] ?? '';
    expect(many(41)).toContain('ClusterPolicy p40)');
    expect(many(42)).toContain('ClusterPolicy p40 | and 1 more)');
  });

  test('a lasting name is what it is accepted by', () => {
    const lasting = three.map((each) => ({ ...each, identity: { group: '', kind: 'K', namespace: 'n', name: 'x' } }));
    expect(goneTogether(lasting)[0]?.subject).toEqual(['gone', ...Array(3).fill('["","K","n","x"]')]);
  });
});
