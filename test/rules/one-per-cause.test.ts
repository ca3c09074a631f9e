import { describe, expect, test } from '@jest/globals';
import type { RuleLevel } from '../../src/policy/rule-levels.ts';
import { guessNote } from '../../src/rules/guess-note.ts';
import { onePerCause } from '../../src/rules/one-per-cause.ts';
import type { Observation, Rule } from '../../src/rules/rule.ts';

const rule: Rule = { id: 'rbac-widened', category: 'rbac', severity: 'high', summary: 'x', check: () => [] };
const at = (scope: string, line: number, further: Partial<Observation> = {}) => ({
  rule,
  observation: {
    message: `${scope} widened`,
    remedy: 'Fix it.',
    scope,
    position: { file: 'base/role.yaml', line, column: 1 },
    object: { group: 'g', kind: 'Role', namespace: undefined, name: 'r' },
    subject: ['verbs'],
    ...further,
  },
});
const joined = (...observed: ReturnType<typeof at>[]) =>
  onePerCause(observed, new Set(['root a', 'root b', 'root c'])).map(({ observation }) => observation);

describe('one line that changes several rendered roots', () => {
  test('is one observation, the worst, that names the others', () => {
    const [one, ...none] = joined(at('root b', 4), at('root a', 4), at('root c', 4, { severity: 'critical' }));
    expect(none).toEqual([]);
    expect([one?.scope, one?.severity, one?.details]).toEqual(['root c', 'critical', ['Also in root a, root b.']]);
  });

  test('is another finding than in one of them: whoever accepted that did not accept the others', () => {
    const subjects = [joined(at('root a', 4)), joined(at('root a', 4), at('root b', 4))].map(([one]) => one?.subject);
    expect(subjects).toEqual([['verbs'], ['verbs', '["root b",null,"verbs"]']]);
  });

  test('several of one root stay, and other lines, and what is in no rendered root', () => {
    expect(joined(at('root a', 4), at('root a', 4), at('root b', 4))).toHaveLength(2);
    expect(joined(at('root a', 4), at('root b', 5))).toHaveLength(2);
    expect(joined(at('x', 4), at('y', 4))).toHaveLength(2);
  });

  test('the same of an object as it is written is one with it: on the line that is no guess, else on that of the root', () => {
    const guess = { position: { file: 'base/role.yaml', line: 7, column: 1, isGuess: true } };
    const [one, ...none] = joined(at('base', 4), at('root a', 7, guess));
    expect(none).toEqual([]);
    expect([one?.position?.line, one?.details]).toEqual([4, ['Also in root a.']]);
    const [other, ...others] = joined(at('base', 4), at('root a', 7));
    expect(others).toEqual([]);
    expect([other?.position?.line, other?.details]).toEqual([7, ['Also in base.']]);
    expect(joined(at('base', 4, { subject: ['resources'] }), at('root a', 7))).toHaveLength(2);
    expect(joined(at('base', 4, { position: { file: 'x.yaml', line: 4, column: 1 } }), at('root a', 7))).toHaveLength(
      2,
    );
  });

  test.each([
    ['shop', 'kube-system', 2],
    ['shop', 'shop', 1],
    [undefined, 'shop', 1],
    ['shop', undefined, 1],
  ])('an object of %s as it is written and one of %s in a root', (written, rendered, number) => {
    const of = (namespace: string | undefined) => ({ object: { group: 'g', kind: 'Role', namespace, name: 'r' } });
    expect(joined(at('base', 14, of(written)), at('root a', 4, of(rendered)))).toHaveLength(number);
  });

  test('is about the root with the strictest level, and not about those in which the rule is off', () => {
    const levels = new Map<string | undefined, RuleLevel>([
      ['root a', 'off'],
      ['root b', 'low'],
      ['root c', 'high'],
    ]);
    const all = [at('root a', 4), at('root b', 4, { severity: 'critical' }), at('root c', 4)];
    const found = onePerCause(all, new Set(levels.keys() as Iterable<string>), (_, scope) => levels.get(scope));
    expect(found.map(({ observation }) => [observation.scope, observation.details])).toEqual([
      ['root c', ['Also in root b.']],
      ['root a', undefined],
    ]);
  });

  test('beyond twenty roots they are counted, and all of them count for what is accepted', () => {
    const scopes = Array.from({ length: 25 }, (_, index) => `root ${String(index).padStart(2, '0')}`);
    const [one] = onePerCause(
      scopes.map((scope) => at(scope, 4)),
      new Set(scopes),
    );
    expect(one?.observation.details?.[0]).toMatch(/root 20 and 4 more\.$/);
    expect(one?.observation.subject).toHaveLength(25);
  });
});

describe('one change in the files of several environments', () => {
  const of = (scope: string, further: Partial<Observation> = {}, file = `o/${scope}/kustomization.yaml`) =>
    at(`root ${scope}`, 4, {
      message: `Role shop-${scope}/r widened in namespace shop-${scope}.`,
      position: { file, line: scope.length, column: 1 },
      object: { group: 'g', kind: 'Role', namespace: `shop-${scope}`, name: 'r' },
      ...further,
    });

  test('is one observation that lists places and roots', () => {
    const [one, ...none] = joined(of('a'), of('b'));
    expect(none).toEqual([]);
    expect(one).toMatchObject({
      position: { file: 'o/a/kustomization.yaml' },
      places: [{ file: 'o/b/kustomization.yaml', object: { namespace: 'shop-b' } }],
      details: ['Also in root b.'],
      subject: ['verbs', '["root b","shop-b","verbs"]'],
    });
  });

  test('is another finding where it is in another namespace of one of them', () => {
    const system = of('b', {
      message: 'Role kube-system/r widened in namespace kube-system.',
      object: { group: 'g', kind: 'Role', namespace: 'kube-system', name: 'r' },
    });
    const [[one], [other, ...none]] = [joined(of('a'), of('b')), joined(of('a'), system)];
    expect([none, other?.subject.length]).toEqual([[], one?.subject.length]);
    expect(other?.subject).not.toEqual(one?.subject);
  });

  test.each<[string, ReturnType<typeof at>]>([
    ['says another thing', of('b', { message: 'Role shop-b/r widened in namespace shop-a' })],
    ['is of another object', of('b', { object: { group: 'g', kind: 'Role', namespace: 'shop-b', name: 's' } })],
    ['is accepted by another subject', of('b', { subject: ['resources'] })],
    ['is more severe', of('b', { severity: 'critical' })],
    ['is in a file of another name', of('b', {}, 'o/b/patch.yaml')],
    ['is in no root', of('x')],
    ['is accepted place by place', of('b', { alone: [] })],
  ])('is not one that %s', (_, other) => {
    expect(joined(of('a'), other)).toHaveLength(2);
  });

  test('twice in one root stays two', () => {
    expect(joined(of('a'), of('a', {}, 'o/more/kustomization.yaml'), of('b'))).toHaveLength(2);
  });
});

test('of a place that is a guess it is said where what was removed was, if that is known', () => {
  const at = { file: 'base/role.yaml', line: 27, column: 9 };
  expect(guessNote(at)).toBe('Removed here: line 27 of base/role.yaml before the change.');
  for (const unknown of [undefined, { ...at, isGuess: true }])
    expect(guessNote(unknown)).toBe('No single line does it: this is the nearest.');
});
