import { describe, expect, test } from '@jest/globals';
import { falcoAdded, falcoLowered, priorityOf, readFalco } from '../../src/audit/detection/falco.ts';

type Fields = Readonly<Record<string, unknown>>;

describe('rules of Falco', () => {
  const remedy = 'Keep the rule, and except what is known to be harmless by an exception of its own.';
  const lowered = (
    was: readonly Fields[],
    is: readonly Fields[] | undefined,
    others: readonly Fields[] = [],
    formerOthers = others,
  ) => falcoLowered(was, is, { before: readFalco([was, formerOthers]), after: readFalco([is ?? [], others]) });
  const rule = (name: string, more: Fields = {}): Fields => ({
    rule: name,
    condition: `evt.type = ${name}`,
    priority: 'WARNING',
    ...more,
  });
  const said = (
    what: string,
    severity: string,
    path: readonly (string | number)[],
    subject: readonly string[],
    more: object = {},
  ) => ({ what, remedy, severity, path, ...more, subject });
  const other = (names: string, index: number, ...subject: readonly string[]) =>
    said(
      `has other conditions than before; whether it finds less was not judged: ${names}`,
      'medium',
      [index],
      ['conditions', ...subject],
      { remedy: 'Compare what both versions find: exceptions that are too wide hide attacks.' },
    );
  const gone = (names: readonly string[], index: number) => [
    said(
      `no longer has ${names.length === 1 ? 'the rule' : 'the rules'} ${names.join(', ')}`,
      'high',
      [],
      ['gone', ...[...names].sort()],
      { formerPath: [index, 'rule'] },
    ),
  ];
  const off = (name: string, index: number) => [
    said(`turns off the rule ${name}`, 'high', [index, 'enabled'], ['silenced', name]),
  ];

  test.each<[string, readonly Fields[], readonly Fields[] | undefined, readonly object[], (readonly Fields[])?]>([
    ['a rule that is gone', [rule('a'), rule('b')], [rule('a')], gone(['b'], 1)],
    ['two rules that are gone', [rule('b'), rule('a')], [], gone(['b', 'a'], 0)],
    ['the whole file', [rule('a')], undefined, gone(['a'], 0)],
    ['a rule that is in another file', [rule('a')], [], [], [rule('a', { priority: 'x' })]],
    ['a rule under another name', [rule('a')], [rule('b', { condition: 'evt.type  =\n a' })], []],
    ['a rule that was off', [rule('a', { enabled: false })], [], []],
    ['what was added to a rule', [{ rule: 'a', append: true, condition: 'and x' }], [], []],
    ['a rule that is off', [rule('a')], [rule('a', { enabled: false })], off('a', 0)],
    ['a rule that is off in words', [rule('x'), rule('a')], [rule('x'), rule('a', { enabled: 'false' })], off('a', 1)],
    ['a rule that stays off', [rule('a', { enabled: false })], [rule('a', { enabled: false })], []],
    ['a new rule that is off', [], [rule('a', { enabled: false })], []],
    ['a rule of Falco’s own that is off', [], [{ rule: 'a', enabled: false }], off('a', 0)],
    [
      'a condition that never holds',
      [rule('a')],
      [rule('a', { condition: 'never_true' })],
      [said('gives the rule a a condition that never holds', 'high', [0, 'condition'], ['silenced', 'a'])],
    ],
    [
      'a condition that never holds, otherwise',
      [rule('a')],
      [rule('a', { condition: 'x and not  always_true' })],
      [said('gives the rule a a condition that never holds', 'high', [0, 'condition'], ['silenced', 'a'])],
    ],
    [
      'a condition on a number',
      [rule('a')],
      [rule('a', { condition: 'evt.num = 0 and x' })],
      [said('gives the rule a a condition that never holds', 'high', [0, 'condition'], ['silenced', 'a'])],
    ],
    [
      'a lower priority',
      [rule('a')],
      [rule('a', { priority: 'notice' })],
      [
        said('gives a a lower priority than before', 'medium', [0, 'priority'], ['priority', 'a notice'], {
          remedy: 'Keep the priority: what takes these alerts may only look at those from some priority on.',
        }),
      ],
    ],
    ['a higher priority', [rule('a')], [rule('a', { priority: 'ERROR' })], []],
    ['an unknown priority', [rule('a')], [rule('a', { priority: 'x' })], []],
    [
      'another condition',
      [rule('a')],
      [rule('a', { condition: 'x' })],
      [other('a', 0, 'a', '{"rule":"a","condition":"x","priority":"WARNING"}')],
    ],
    [
      'the same condition in other words',
      [rule('a')],
      [rule('a', { condition: ' evt.type =  a', output: 'x', desc: 'y', tags: ['z'] })],
      [],
    ],
    [
      'exceptions',
      [rule('a')],
      [rule('a', { exceptions: [{ name: 'x' }] })],
      [other('a', 0, 'a', '{"rule":"a","condition":"evt.type = a","priority":"WARNING","exceptions":[{"name":"x"}]}')],
    ],
    [
      'another macro',
      [{ macro: 'm', condition: 'x' }],
      [{ macro: 'm', condition: 'y' }],
      [other('macro m', 0, 'macro m', '{"macro":"m","condition":"y"}')],
    ],
    [
      'another list',
      [{ list: 'l', items: ['x'] }],
      [{ list: 'l', items: ['x', 'y'] }],
      [other('list l', 0, 'list l', '{"list":"l","items":["x","y"]}')],
    ],
    [
      'another condition, and a macro that is gone',
      [rule('a'), { macro: 'm', condition: 'x' }],
      [rule('a', { condition: 'x' })],
      [
        {
          ...other('a', 0, 'a', '{"rule":"a","condition":"x","priority":"WARNING"}', 'macro m'),
          details: ['gone: macro m'],
        },
      ],
    ],
    ['only a macro that is gone', [{ macro: 'm', condition: 'x' }], [], []],
  ])('%s', (_, was, is, expected, others = []) => expect(lowered(was, is, others)).toEqual(expected));

  const changes = (names: string, index: number, ...subject: readonly string[]) => [
    said(
      `changes or excepts what Falco finds by ${names}; whether it finds less was not judged`,
      'medium',
      [index],
      ['override', ...subject],
      { remedy: 'Except one known program, image or path at a time, by several fields together.' },
    ),
  ];
  const added = (is: readonly Fields[], before: readonly Fields[] = [], after = before) =>
    falcoAdded(is, { before: readFalco([before]), after: readFalco([is, after]) });
  test.each<[string, readonly Fields[], readonly object[], (readonly Fields[])?]>([
    [
      'what is added to a rule',
      [{ rule: 'a', append: true, condition: 'and x' }],
      changes('a', 0, 'a', '{"rule":"a","append":true,"condition":"and x"}'),
    ],
    [
      'what is put in the place of a part',
      [{}, { rule: 'a', override: { condition: 'replace' }, condition: 'x' }],
      changes('a', 1, 'a', '{"rule":"a","override":{"condition":"replace"},"condition":"x"}'),
    ],
    ['exceptions alone', [{ rule: 'a', exceptions: [] }], changes('a', 0, 'a', '{"rule":"a","exceptions":[]}')],
    [
      'what is added to a list',
      [{ list: 'l', append: 'true', items: ['x'] }],
      changes('list l', 0, 'list l', '{"list":"l","append":"true","items":["x"]}'),
    ],
    [
      'what Falco leaves to be filled in',
      [{ macro: 'user_known_write', condition: 'x' }],
      changes('macro user_known_write', 0, 'macro user_known_write', '{"macro":"user_known_write","condition":"x"}'),
    ],
    ['what Falco leaves to be filled in, with nothing', [{ macro: 'user_known_write', condition: '(never_true)' }], []],
    [
      'a list of what is allowed',
      [{ list: 'allowed_k8s_users', items: ['x'] }],
      changes('list allowed_k8s_users', 0, 'list allowed_k8s_users', '{"list":"allowed_k8s_users","items":["x"]}'),
    ],
    ['a rule of its own', [rule('a')], []],
    ['a rule of its own that has exceptions', [rule('a', { exceptions: [] })], []],
    ['a macro of its own', [{ macro: 'm', condition: 'x' }], []],
    ['a macro that only ends so', [{ macro: 'my_user_known_x', condition: 'x' }], []],
    ['what is added to a rule that is new with it', [rule('a'), { rule: 'a', append: true, condition: 'and x' }], []],
    [
      'what was added before',
      [{ rule: 'a', append: true, condition: 'and x' }],
      [],
      [{ condition: 'and x', rule: 'a', append: true }],
    ],
    ['a rule of another file that is off', [{ rule: 'a', enabled: false }], off('a', 0), [rule('a')]],
    ['a rule of another file that was off', [{ rule: 'a', enabled: false }], [], [rule('a', { enabled: false })]],
  ])('in a new file: %s', (_, is, expected, before = []) => expect(added(is, before)).toEqual(expected));

  test.each<[unknown, number | undefined]>([
    ['EMERGENCY', 0],
    ['alert', 1],
    ['Warning', 4],
    ['informational', 6],
    ['info', 6],
    ['debug', 7],
    ['x', undefined],
    [undefined, undefined],
  ])('the priority %s is number %s', (priority, expected) => expect(priorityOf({ priority })).toBe(expected));
});
