import { describe, expect, test } from '@jest/globals';
import { substitute } from '../../src/render/result/substitute.ts';
import { envsubst } from '../../src/render/variables/envsubst.ts';
import { judgeChange } from './judge.ts';

const values = new Map(
  Object.entries({
    A: 'hello-world',
    E: '',
    N: '42',
    P: 'a/b/c.tar.gz',
    U: 'äö',
    LIST: '["*", get]',
    MAP: '{a: b}',
    HASH: 'x # y',
  }),
);
const known = { values, isOpen: false };
/** § for the dollar of a variable. */
const dollars = (text: string) => text.replaceAll('§', '$');

describe('variables that make a text too long', () => {
  const long = {
    values: new Map([
      ['L', 'a'.repeat(100_000)],
      ['E', ''],
    ]),
    isOpen: false,
  };

  test('in replacements and defaults are not known', () => {
    expect(envsubst(dollars('§{L///§{L}} §{L//a/§{L}}'), long)).toBe(dollars('§{L} §{L}'));
    expect(envsubst(dollars(`§{E:-${'§{L}'.repeat(60)}}`), long)).toBe(dollars('§{E}'));
  });

  test('by being many leave the object unknown', () => {
    const text = dollars('§{L}'.repeat(10_000));
    expect(envsubst(text, long)).toBeUndefined();
    expect(substitute({ kind: 'Role', rules: text }, long)).toEqual({ kind: 'Role', rules: text });
  });
});

/** What fluxcd/pkg/envsubst 1.9.0 itself gives for these. */
describe('variables of Flux are replaced as it replaces them', () => {
  test.each<[string, string | undefined]>([
    ['§{A}', 'hello-world'],
    ['$A $ {A}', '$A $ {A}'],
    ['$§{A} §§§§ §§x', '§{A} §§ $x'],
    ['§{E:-d}§{E:=d}§{E=d}§{E:+d}§{E:?d}', 'ddddd'],
    ['§{A:-d}§{A:+d}', 'hello-worldhello-world'],
    ['§{X:-d}§{X:=}§{X:-a§{A}b}', 'dahello-worldb'],
    ['§{E:-§{X:-§{A}}}', 'hello-world'],
    ['§{A-d}', undefined],
    ['§{A:-d', undefined],
    ['§{A b}', undefined],
    ['§{}', undefined],
    ['§{A:1}|§{A:-3}|§{A:30}|§{A:x}', 'ello-world|hello-world||hello-world'],
    ['§{A:0:3}|§{A:6:99}|§{A:1:-1}|§{A:8:-9}', 'hel|world|ello-worl|'],
    ['§{U:2}§{#U}§{#A}', 'ö411'],
    ['§{A^}|§{A^^}|§{A,}|§{U^^}', 'Hello-world|HELLO-WORLD|hello-world|ÄÖ'],
    ['§{A/o/0}|§{A//o/0}|§{A//l}', undefined],
    ['§{A/o/0}|§{A//o/0}|§{A//l/}', 'hell0-world|hell0-w0rld|heo-word'],
    ['§{A/#hell/h}|§{A/%world/}|§{A/%world/w}|§{A/#x/y}', 'ho-world|hello-world|hello-w|hello-world'],
    ['§{P//\\//_}', 'a_b_c.tar.gz'],
    ['§{P#*/}|§{P##*/}|§{P%.*}|§{P%%.*}', 'b/c.tar.gz|c.tar.gz|a/b/c.tar|a/b/c'],
    ['§{P#[a-c]/}|§{P#[^a]/}|§{P%?}', 'b/c.tar.gz|a/b/c.tar.gz|a/b/c.tar.g'],
    ['§{A/§{N}/x}', 'hello-world'],
    ['§{N/§{N}/§{A}}', 'hello-world'],
  ])('%s', (source, expected) =>
    expect(envsubst(dollars(source), known)).toBe(expected === undefined ? undefined : dollars(expected)),
  );

  test.each([
    ['what is not known', '§{X}', '§{X}'],
    ['a function of it', '§{X^^}-§{X:0:3}-§{X/a/b}-§{#X}', '§{X}-§{X}-§{X}-§{X}'],
    ['a default that is not known', '§{E:-§{X}}', '§{X}'],
    ['a part of it that is not known', '§{A/§{X}/b}', '§{X}'],
  ])('%s stays unknown', (_, source, expected) => expect(envsubst(dollars(source), known)).toBe(dollars(expected)));

  test('a default does not count where something else may set the variable', () =>
    expect(envsubst(dollars('§{X:-d}§{A:-d}'), { ...known, isOpen: true })).toBe(dollars('§{X}hello-world')));

  test('a bound that is met leaves it unknown, and depth is refused', () => {
    const long = { values: new Map([['A', 'x'.repeat(1000)]]), isOpen: false };
    expect(envsubst(dollars('§{A#*x}'), long)).toBe(dollars('§{A}'));
    expect(envsubst(dollars(`${'§{E:-'.repeat(100)}x${'}'.repeat(100)}`), known)).toBe(undefined);
  });

  test.each([
    ['§{LIST}', ['*', 'get']],
    ['§{MAP}', { a: 'b' }],
    ['§{N}', 42],
    ['n§{N}', 'n42'],
    ['§{E}', null],
    ['§{HASH}', 'x'],
    ['*§{N}', '*42'],
    ['a\n§{LIST}\n', 'a\n["*", get]\n'],
    [' \n §{N}\n\n', ' \n 42\n\n'],
    ['a $$ b', 'a $ b'],
  ])('%j in an object becomes %j', (source, expected) => {
    const object = (item: unknown) => ({ list: [item], map: { x: item, y: [[item]] } });
    expect(substitute(object(dollars(source)), known)).toEqual(object(expected));
  });

  test('what is in the place of several fields', () => {
    const open = { a: dollars('§{X:-'), b: { verbs: ['get'] }, c: '}' };
    expect(substitute({ one: open }, { values: new Map([['X', 'x']]), isOpen: false })).toEqual({ one: { a: "x'" } });
  });

  test('an object that cannot be read then is unknown', () =>
    expect(
      substitute({ a: dollars('§{B}'), b: dollars('c §{N}') }, { values: new Map([['B', 'a: b: c']]), isOpen: false }),
    ).toEqual({
      a: dollars('§{B}'),
      b: dollars('c §{N}'),
    }));

  test('an object that says so stays as it is', () => {
    const object = {
      metadata: { annotations: { 'kustomize.toolkit.fluxcd.io/substitute': 'disabled' } },
      a: dollars('§{N}'),
    };
    expect(substitute(object, known)).toBe(object);
  });
});

describe('a role whose verbs are computed from variables', () => {
  const rbac = (verbs: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: r}
rules:
- {apiGroups: [""], resources: [pods], verbs: ${verbs}}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: b}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}
subjects: [{kind: User, name: alice}]
`;
  const files = (variables: string, verbs: string) => ({
    'apps/r.yaml': rbac(verbs),
    'k.yaml': `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: k, namespace: flux-system}\nspec:\n  path: ./apps\n  sourceRef: {kind: GitRepository, name: flux-system}\n  postBuild:\n    substitute:\n${variables}`,
  });

  test.each([
    ['a replacement', '["§{V/get/*}"]', '      V: list\n', '      V: get\n'],
    ['a part', '["§{V:0:1}"]', '      V: get\n', '      V: "*get"\n'],
    ['a list', '"§{V}"', '      V: "[get]"\n', `      V: '["*"]'\n`],
    ['an end', '["§{V#*-}"]', '      V: a-get\n', '      V: a-*\n'],
  ])('%s', async (_, verbs, before, after) => {
    const { lines } = await judgeChange(files(before, dollars(verbs)), { 'k.yaml': files(after, verbs)['k.yaml'] });
    expect(lines).toEqual([expect.stringMatching(/^k\.yaml:~?9 high rbac-widened$/)]);
  });

  test.each(['§{W^^}', '§{W/a/b}', '§{W:0:3}'])('%s of what is not known may be any', async (verb) => {
    const change = { 'apps/r.yaml': rbac(dollars(`["${verb}"]`)) };
    const { lines } = await judgeChange(files('      V: get\n', '[get]'), change);
    expect(lines).toEqual(['apps/r.yaml:5 high rbac-widened']);
  });
});
