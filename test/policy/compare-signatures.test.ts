import { describe, expect, test } from '@jest/globals';
import { demands, differences, ignore, type Part, signers } from './policies.ts';

describe('a signer', () => {
  const becomes = (name: string, emails: string, roles: string) =>
    `signatures/signers/k: the signer "k" becomes "${name}", emails ${emails}, roles ${roles}`;

  test.each<[string, Part, Part, string[]]>([
    ['that stays', signers({}), signers({}), []],
    [
      'that is new',
      {},
      signers({}),
      ['weaker signatures/signers/k: the signer "k" is added with the roles "admin", "dev"'],
    ],
    [
      'that is new without a role',
      {},
      signers({ roles: [] }),
      ['weaker signatures/signers/k: the signer "k" is added with the roles none'],
    ],
    ['that is gone', signers({}), {}, ['weaker signatures/signers/k: the signer "k" is left to what the key says']],
    [
      'with another name',
      signers({}),
      signers({ name: 'Bob' }),
      [`weaker ${becomes('Bob', '"a@x", "b@x"', '"admin", "dev"')}`],
    ],
    [
      'with fewer emails',
      signers({}),
      signers({ emails: ['b@x'] }),
      [`not ${becomes('Ana', '"b@x"', '"admin", "dev"')}`],
    ],
    [
      'with any email of the key',
      signers({}),
      signers({ emails: [] }),
      [`weaker ${becomes('Ana', 'none', '"admin", "dev"')}`],
    ],
    [
      'with another email',
      signers({}),
      signers({ emails: ['a@x', 'c@x'] }),
      [`weaker ${becomes('Ana', '"a@x", "c@x"', '"admin", "dev"')}`],
    ],
    [
      'with fewer roles',
      signers({}),
      signers({ roles: ['admin'] }),
      [`not ${becomes('Ana', '"a@x", "b@x"', '"admin"')}`],
    ],
    [
      'that is no admin any more',
      signers({}),
      signers({ roles: ['dev'] }),
      [`weaker ${becomes('Ana', '"a@x", "b@x"', '"dev"')}`],
    ],
    [
      'that was none',
      signers({ roles: ['dev', 'ops'] }),
      signers({ roles: ['dev'] }),
      [`not ${becomes('Ana', '"a@x", "b@x"', '"dev"')}`],
    ],
    [
      'with another role',
      signers({ roles: ['dev'] }),
      signers({ roles: ['dev', 'ops'] }),
      [`weaker ${becomes('Ana', '"a@x", "b@x"', '"dev", "ops"')}`],
    ],
    [
      'among others',
      signers({ key: 'a' }, {}),
      signers({ key: 'b' }, {}),
      [
        'weaker signatures/signers/a: the signer "a" is left to what the key says',
        'weaker signatures/signers/b: the signer "b" is added with the roles "admin", "dev"',
      ],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});

describe('a demand for signatures', () => {
  const lost = 'weaker signatures/require: the signature requirement for "p", "q", "r", "s" is gone or demands less';
  const isStated = (...names: string[]) =>
    `not signatures/require: a signature requirement for ${names.map((name) => `"${name}"`).join(', ')} is stated`;

  test.each<[string, Part, Part, string[]]>([
    ['that stays', demands({}), demands({}), []],
    ['that is new', {}, demands({}), [isStated('p', 'q', 'r', 's')]],
    ['that is gone', demands({}), {}, [lost]],
    ['of one path less', demands({}), demands({ paths: ['q'] }), [lost, isStated('q', 'r', 's')]],
    ['of one path more', demands({}), demands({ paths: ['p', 'q', 'x'] }), [isStated('p', 'q', 'x', 'r', 's')]],
    ['of one rule less', demands({}), demands({ rules: ['r'] }), [lost, isStated('p', 'q', 'r')]],
    ['of one rule more', demands({}), demands({ rules: ['r', 's', 't'] }), [isStated('p', 'q', 'r', 's', 't')]],
    ['by one signer less', demands({}), demands({ signers: ['Ana'] }), [isStated('p', 'q', 'r', 's')]],
    [
      'by one signer more',
      demands({}),
      demands({ signers: ['Ana', 'Bob', 'Eve'] }),
      [lost, isStated('p', 'q', 'r', 's')],
    ],
    ['by one role less', demands({}), demands({ roles: ['dev'] }), [isStated('p', 'q', 'r', 's')]],
    [
      'by one role more',
      demands({}),
      demands({ roles: ['admin', 'dev', 'ops'] }),
      [lost, isStated('p', 'q', 'r', 's')],
    ],
    [
      'that another one covers',
      demands({}),
      demands({ paths: ['x'] }, { paths: ['p', 'q', 'x'] }),
      [isStated('x', 'r', 's'), isStated('p', 'q', 'x', 'r', 's')],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});

describe('an ignore entry', () => {
  const more = (index: number, rule = 'r') =>
    `weaker ignore/${index}: an ignore entry for "${rule}" is added or reaches further`;
  const less = (rule = 'r') => `not ignore: an ignore entry for "${rule}" is gone or ends earlier`;
  const later = { until: '2026-06-16' };

  test.each<[string, Part, Part, string[]]>([
    ['with another reason', ignore({}), ignore({ reason: 'x', line: 9 }), []],
    ['that is new', {}, ignore({}), [more(0)]],
    ['that is gone', ignore({}), {}, [less()]],
    ['until a later day', ignore({}), ignore(later), [more(0)]],
    ['until an earlier day', ignore(later), ignore({}), [less()]],
    ['of another rule', ignore({}), ignore({ rule: 's' }), [more(0, 's'), less()]],
    ['of another finding', ignore({}), ignore({ fingerprint: 'g' }), [more(0), less()]],
    ['of another object', ignore({}), ignore({ object: 'A/b' }), [more(0), less()]],
    ['of another path', ignore({}), ignore({ path: 'p' }), [more(0), less()]],
    ['with other pins', ignore({ blobs: ['1'] }), ignore({ blobs: ['1', '2'] }), [more(0), less()]],
    ['with its pins in another order', ignore({ blobs: ['2', '1'] }), ignore({ blobs: ['1', '2'] }), []],
    ['twice, of which the later counts', ignore({}, later), ignore(later), []],
    ['twice, in the other order', ignore(later, {}), ignore(later), []],
    ['twice, of which one goes further', ignore({}), ignore({}, later), [more(1)]],
    ['twice, of which the later ends', ignore(later, {}), ignore({}), [less()]],
  ])('%s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });
});
