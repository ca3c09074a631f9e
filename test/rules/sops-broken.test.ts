import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../src/policy/defaults.ts';
import type { Evidence } from '../../src/rules/evidence.ts';
import { sopsBroken } from '../../src/rules/secret/sops-broken.ts';
import { observeConfig, observePlain } from '../../src/rules/secret/sops-config.ts';
import type { SopsFault } from '../../src/secrets/compare/broken-sops.ts';
import type { OpenLeaves } from '../../src/secrets/compare/open-leaves.ts';
import type { SopsConfigFault } from '../../src/secrets/compare/sops-config.ts';
import { lineOf } from './observed-lines.ts';

const at = (file: string, line = 1) => ({ file, line, column: 1 });
const fault = (is: SopsFault['is'], more: Partial<SopsFault> = {}): SopsFault => ({
  is,
  scope: 's',
  position: at('a.yaml', 3),
  gained: [],
  lost: [],
  ...more,
});
const rule = (is: SopsConfigFault['is'], more: Partial<SopsConfigFault> = {}): SopsConfigFault => ({
  ...{
    is,
    scope: 's',
    position: at('.sops.yaml', 2),
    file: '.sops.yaml',
    regex: 'x/.*',
    from: '.sops.yaml',
    gained: [],
    lost: [],
    files: [],
  },
  ...more,
});

interface Given {
  readonly open?: readonly OpenLeaves[];
  readonly faults?: readonly SopsFault[];
  readonly config?: readonly SopsConfigFault[];
  readonly plain?: readonly {
    readonly scope: string;
    readonly files: readonly string[];
    readonly config: string;
    readonly regex: string;
    readonly others: number | undefined;
  }[];
  readonly found?: readonly unknown[];
  readonly lost?: readonly unknown[];
  readonly covered?: readonly string[];
}

const said = ({ open = [], faults = [], config = [], plain = [], found = [], lost = [], covered = [] }: Given) =>
  [
    ...sopsBroken.check({
      policy: defaultPolicy,
      secrets: { sopsConfig: config, sopsPlain: plain, sops: { open, faults }, found, lost },
      delivery: { rendering: { covered: new Set(covered) } },
    } as unknown as Evidence),
  ].map(lineOf);

describe('faults of a file', () => {
  test.each<readonly [SopsFault['is'], Partial<SopsFault>, ...string[]]>([
    [
      'unread',
      { lost: ['a', 'b'] },
      'high a.yaml:3: a.yaml could not be read, so that nobody knows what of it is encrypted: a,b. [a.yaml; unread]',
    ],
    [
      'block-gone',
      { removedAt: at('a.yaml', 9) },
      'high a.yaml:3: a.yaml no longer holds the sops block, and still holds ciphertext of SOPS. was a.yaml:9 [a.yaml; block-gone]',
    ],
    ['mac-gone', {}, 'high a.yaml:3: a.yaml no longer holds a MAC of SOPS. [a.yaml; mac-gone]'],
    ['recipients', { gained: ['age a'] }, 'high a.yaml:3: a.yaml can newly be decrypted by age a. [recipients; age a]'],
    [
      'recipients',
      { gained: ['age a', 'age b', 'age c'], lost: ['age d'] },
      'high a.yaml:3: a.yaml can newly be decrypted by age a, age b, age c, and no longer by age d. (new: age a | new: age b | new: age c | gone: age d) [recipients; age a; age b; age c]',
    ],
    [
      'recipients',
      { gained: ['age a', 'age b', 'age c', 'age d', 'age e'], lost: ['age f'] },
      'high a.yaml:3: a.yaml can newly be decrypted by age a, age b, age c and 2 more, and no longer by age f. (new: age a | new: age b | new: age c | new: age d | new: age e | gone: age f) [recipients; age a; age b; age c; age d; age e]',
    ],
    [
      'recipients',
      { gained: [`age ${'a'.repeat(300)}`] },
      'high a.yaml:3: a.yaml can newly be decrypted by age aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa. [recipients; age aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]',
    ],
    [
      'recipients',
      { gained: ['age a'], isStated: true },
      'low a.yaml:3: a.yaml can newly be decrypted by age a, as .sops.yaml says already. [recipients; age a]',
    ],
    [
      'threshold',
      { gained: ['3', '2'] },
      'high a.yaml:3: a.yaml takes keys of 2 of its key groups to decrypt, instead of 3. [a.yaml; threshold; 3; 2]',
    ],
    [
      'groups-joined',
      { gained: ['age a'] },
      'high a.yaml:3: a.yaml takes fewer others to decrypt with age a, which is in more of its key groups than before. [a.yaml; groups-joined; age a]',
    ],
    [
      'groups-joined',
      { gained: ['age a', 'age b'] },
      'high a.yaml:3: a.yaml takes fewer others to decrypt with age a, age b, which are in more of its key groups than before. [a.yaml; groups-joined; age a; age b]',
    ],
    [
      'mac-old',
      { gained: ['x', 'y', 'z', 'w'] },
      'medium a.yaml:3: a.yaml has other ciphertext in x, y, z and 1 more than its MAC was made for. [a.yaml; mac-old; x; y; z; w]',
    ],
    [
      'mac-narrowed',
      {},
      'medium a.yaml:3: a.yaml has a MAC of its encrypted values alone (mac_only_encrypted). [a.yaml; mac-narrowed]',
    ],
    [
      'selector-narrowed',
      { gained: ['x'] },
      'high a.yaml:3: a.yaml no longer lets SOPS encrypt x. [a.yaml; selector-narrowed; x]',
    ],
    [
      'selectors-several',
      { gained: ['x', 'y'] },
      'medium a.yaml:3: a.yaml states several selectors (x, y). [a.yaml; selectors-several; x; y]',
    ],
    [
      'selector-unread',
      { gained: ['x', 'y'] },
      'medium a.yaml:3: a.yaml has a selector that could not be read: x and y. [a.yaml; selector-unread; x; y]',
    ],
  ])('%s', (is, more, ...expected) => {
    expect(said({ faults: [fault(is, more)] })).toEqual(expected);
  });

  test('one cause in several files is one finding', () => {
    const gained = ['age a'];
    const all = [
      fault('recipients', { gained }),
      fault('recipients', { gained, position: at('c.yaml') }),
      fault('recipients', { gained, position: at('b.yaml') }),
      fault('recipients', { gained, position: at('b.yaml', 7) }),
    ];
    expect(said({ faults: all.slice(0, 2) })).toEqual([
      'high a.yaml:3: a.yaml (and 1 more file) can newly be decrypted by age a. also c.yaml:1 [recipients; age a; c.yaml]',
    ]);
    expect(said({ faults: all })).toEqual([
      'high a.yaml:3: a.yaml (and 3 more files) can newly be decrypted by age a. also c.yaml:1, b.yaml:1, b.yaml:7 [recipients; age a; b.yaml; c.yaml]',
    ]);
    const others = [
      fault('recipients', { gained: ['age b'] }),
      fault('recipients', { gained, lost: ['age x'] }),
      fault('recipients', { gained, scope: 't' }),
      fault('recipients', { gained, isStated: true }),
      fault('mac-gone'),
    ];
    expect(said({ faults: [fault('recipients', { gained }), ...others] })).toHaveLength(6);
  });

  test('what could not be read is not said again, unless it was judged as it is built', () => {
    const unread = fault('unread', { isManifest: true, lost: ['x'] });
    expect(said({ faults: [unread] })).toEqual([]);
    expect(said({ faults: [unread], covered: ['a.yaml'] })).toHaveLength(1);
    expect(said({ faults: [{ ...unread, isManifest: false }] })).toHaveLength(1);
  });

  test('a recipient that a rule gives to its files is said of the rule', () => {
    const gained = ['age a'];
    const given = rule('recipients', { gained: ['age a', 'age b'], files: ['a.yaml', 'c.yaml'] });
    const ofFile = fault('recipients', { gained });
    expect(said({ faults: [ofFile], config: [given] })).toEqual([
      'high .sops.yaml:2: .sops.yaml newly has age a, age b as a recipient of the rule for x/.*, and one file has it already. also a.yaml:3 [.sops.yaml; recipients; x/.*; age a; age b]',
    ]);
    expect(
      said({ faults: [ofFile, fault('recipients', { gained, position: at('c.yaml') })], config: [given] }),
    ).toEqual([
      'high .sops.yaml:2: .sops.yaml newly has age a, age b as a recipient of the rule for x/.*, and 2 files have it already. also a.yaml:3, c.yaml:1 [.sops.yaml; recipients; x/.*; age a; age b]',
    ]);
    expect(said({ faults: [fault('recipients', { gained: ['age a', 'age z'] })], config: [given] })).toHaveLength(2);
    expect(said({ faults: [fault('recipients', { gained, position: at('z.yaml') })], config: [given] })).toHaveLength(
      2,
    );
    expect(said({ faults: [fault('groups-joined', { gained })], config: [given] })).toHaveLength(2);
    expect(said({ faults: [ofFile], config: [rule('groups-joined', { gained, files: ['a.yaml'] })] })).toHaveLength(2);
  });
});

describe('readable leaves', () => {
  const leaf = (field: string, line: number, lastLine = line) => ({ field, position: at('a.yaml', line), lastLine });
  const leaves = (all: readonly ReturnType<typeof leaf>[], more: object = {}) =>
    ({ scope: 's', severity: 'high', leaves: all, object: undefined, ...more }) as unknown as OpenLeaves;
  const literal = (file: string, line: number, scope = 's') => ({
    is: 'literal',
    occurrences: [{ file, scope, locate: () => ({ line }) }],
  });

  test.each<readonly [string, Given, ...string[]]>([
    [
      'one',
      { open: [leaves([leaf('data.a', 3)])] },
      'high a.yaml:3: a.yaml holds data.a in plain text, which SOPS should encrypt. [a.yaml; readable; data.a]',
    ],
    [
      'three',
      { open: [leaves([leaf('b', 3), leaf('a', 4), leaf('c', 5)])] },
      'high a.yaml:3: a.yaml holds b, a, c in plain text, which SOPS should encrypt. also a.yaml:4, a.yaml:5 [a.yaml; readable; a; b; c]',
    ],
    [
      'four',
      { open: [leaves([leaf('b', 3), leaf('a', 4), leaf('c', 5), leaf('d', 6)])] },
      'high a.yaml:3: a.yaml holds b, a, c and 1 more in plain text, which SOPS should encrypt. also a.yaml:4, a.yaml:5, a.yaml:6 (b | a | c | d) [a.yaml; readable; a; b; c; d]',
    ],
    [
      'of an object',
      { open: [leaves([leaf('a', 3)], { object: { group: '', kind: 'Secret', namespace: 'shop', name: 'db' } })] },
      'high a.yaml:3: Secret shop/db holds a in plain text, which SOPS should encrypt. [readable; a]',
    ],
    ['that is found by its value', { open: [leaves([leaf('a', 3, 5)])], found: [literal('a.yaml', 5)] }],
    [
      'of which one is',
      { open: [leaves([leaf('a', 3), leaf('b', 4)])], found: [literal('a.yaml', 3)] },
      'high a.yaml:4: a.yaml holds b in plain text, which SOPS should encrypt. [a.yaml; readable; b]',
    ],
    [
      'before and behind what is found',
      {
        open: [leaves([leaf('a', 3, 5)])],
        found: [
          literal('a.yaml', 2),
          literal('a.yaml', 6),
          literal('b.yaml', 3),
          { ...literal('a.yaml', 3), is: 'reference' },
        ],
      },
      'high a.yaml:3: a.yaml holds a in plain text, which SOPS should encrypt. [a.yaml; readable; a]',
    ],
  ])('%s', (_, given, ...expected) => {
    expect(said(given)).toEqual(expected);
  });
});

describe('rules of .sops.yaml', () => {
  const observed = (...faults: readonly SopsConfigFault[]) => [...observeConfig(faults, [])].map(lineOf);
  test.each<readonly [SopsConfigFault['is'], Partial<SopsConfigFault>, ...string[]]>([
    [
      'uncovered',
      { files: ['a', 'b'] },
      'high .sops.yaml:2: .sops.yaml no longer covers a, b. [.sops.yaml; uncovered; x/.*; a\nb]',
    ],
    [
      'uncovered',
      { files: ['a', 'b', 'c', 'd', 'e'], unread: ['a', 'b'], position: undefined, removedAt: at('.sops.yaml', 7) },
      'high -: .sops.yaml no longer covers a, b, c and 2 more, of which 2 were not read and count as encrypted. was .sops.yaml:7 (a | b | c | d | e) [.sops.yaml; uncovered; x/.*; a\nb\nc\nd\ne]',
    ],
    [
      'uncovered-plain',
      { files: [] },
      'low .sops.yaml:2: .sops.yaml no longer has the rule for x/.*. [.sops.yaml; uncovered-plain; x/.*; ]',
    ],
    [
      'uncovered-plain',
      { files: ['a'], regex: '' },
      'low .sops.yaml:2: .sops.yaml no longer has the rule for all files: it covered a, and nothing that is encrypted. [.sops.yaml; uncovered-plain; ; a]',
    ],
    [
      'recipients',
      { gained: ['age a', 'age b', 'age c', 'age d'], lost: ['age e'] },
      'high .sops.yaml:2: .sops.yaml newly has age a, age b, age c and 1 more as a recipient of the rule for x/.* instead of age e. (age a | age b | age c | age d) [.sops.yaml; recipients; x/.*; age a; age b; age c; age d]',
    ],
    [
      'recipients',
      { gained: ['age a'], from: 'old/.sops.yaml' },
      'high .sops.yaml:2: .sops.yaml newly has age a as a recipient of what the rule for x/.* of old/.sops.yaml covered. [.sops.yaml; recipients; x/.*; age a]',
    ],
    [
      'threshold',
      { gained: ['3', '2'] },
      'high .sops.yaml:2: .sops.yaml takes keys of 2 key groups, instead of 3, to decrypt what is encrypted by the rule for x/.*. [.sops.yaml; threshold; x/.*; 3; 2]',
    ],
    [
      'groups-joined',
      { gained: ['age a'] },
      'high .sops.yaml:2: .sops.yaml newly has age a in more key groups of the rule for x/.*, so that fewer others are needed to decrypt. [.sops.yaml; groups-joined; x/.*; age a]',
    ],
    [
      'selectors-several',
      { gained: ['a', 'b'] },
      'medium .sops.yaml:2: .sops.yaml states several selectors (a, b) in the rule for x/.*. [.sops.yaml; selectors-several; x/.*; a; b]',
    ],
    [
      'narrowed',
      { gained: ['a'] },
      'medium .sops.yaml:2: .sops.yaml no longer lets SOPS encrypt a by the rule for x/.*. [.sops.yaml; narrowed; x/.*; a]',
    ],
    [
      'narrowed-in-secrets',
      { gained: [`${'a'.repeat(250)}`] },
      'high .sops.yaml:2: .sops.yaml no longer lets SOPS encrypt aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa by the rule for x/.*. [.sops.yaml; narrowed-in-secrets; x/.*; aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]',
    ],
    [
      'mac-narrowed',
      { regex: 'r'.repeat(250) },
      'medium .sops.yaml:2: .sops.yaml lets SOPS make a MAC of encrypted values alone (mac_only_encrypted) by the rule for rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr. [.sops.yaml; mac-narrowed; rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr]',
    ],
    [
      'unread',
      {},
      'medium .sops.yaml:2: .sops.yaml could not be read, or not all of its patterns. [.sops.yaml; unread; x/.*]',
    ],
    [
      'unread',
      { gained: ['(?=x)'] },
      'medium .sops.yaml:2: .sops.yaml has a pattern that could not be read: (?=x). [.sops.yaml; unread; x/.*; (?=x)]',
    ],
    [
      'covers-nothing',
      {},
      'low .sops.yaml:2: .sops.yaml has a new rule that covers no file: the rule for x/.*. [.sops.yaml; covers-nothing; x/.*]',
    ],
    [
      'never-first',
      {},
      'low .sops.yaml:2: .sops.yaml has a new rule that never holds: the rule for x/.* comes after rules that cover the same files. [.sops.yaml; never-first; x/.*]',
    ],
  ])('%s', (is, more, ...expected) => {
    expect(observed(rule(is, more))).toEqual(expected);
  });

  test('rules that change alike are one finding', () => {
    expect(
      observed(
        rule('mac-narrowed'),
        rule('mac-narrowed', { regex: 'z' }),
        rule('mac-narrowed', { regex: 'y', file: 'b/.sops.yaml' }),
      ),
    ).toEqual([
      'medium .sops.yaml:2: .sops.yaml lets SOPS make a MAC of encrypted values alone (mac_only_encrypted) by the rule for x/.* (and 1 more). [.sops.yaml; mac-narrowed; x/.*; z]',
      'medium .sops.yaml:2: b/.sops.yaml lets SOPS make a MAC of encrypted values alone (mac_only_encrypted) by what the rule for y of .sops.yaml covered. [b/.sops.yaml; mac-narrowed; y]',
    ]);
    expect(
      observed(
        rule('uncovered', { files: ['b', 'a'] }),
        rule('uncovered', { regex: 'z', files: ['a', 'c'], unread: ['c'] }),
      ),
    ).toEqual([
      'high .sops.yaml:2: .sops.yaml no longer covers b, a, c, of which 1 were not read and count as encrypted. [.sops.yaml; uncovered; x/.*; z; a\nb\nc]',
    ]);
  });

  test('new files that a rule covers are to be encrypted', () => {
    const plain = (files: readonly string[], more: object = {}) => ({
      scope: 's',
      files,
      config: '.sops.yaml',
      regex: 'x/.*',
      others: 2 as number | undefined,
      ...more,
    });
    const found = (group: ReturnType<typeof plain>, reported: readonly string[] = []) =>
      [...observePlain([group], (file) => reported.includes(file))].map(lineOf);
    expect(found(plain(['a']))).toEqual([
      'high a:1: a is new and not encrypted, although the rule for x/.* of .sops.yaml covers it and all else that it covers is encrypted. [.sops.yaml; plain-file; a]',
    ]);
    expect(found(plain(['a', 'b', 'c', 'd'], { others: undefined, regex: '' }))).toEqual([
      'high a:1: a, b, c and 1 more are new and not encrypted, although the rule for all files of .sops.yaml covers them. also b:1, c:1, d:1 [.sops.yaml; plain-file; a; b; c; d]',
    ]);
    expect(found(plain(['a', 'b']), ['a'])).toEqual([expect.stringContaining('high b:1: b is new')]);
    expect(found(plain(['a']), ['a'])).toEqual([]);
  });

  test('what another rule finds in a file is enough', () => {
    const plain = [{ scope: 's', files: ['a', 'b', 'c', 'd'], config: '.sops.yaml', regex: 'x', others: 1 }];
    const found = [
      { is: 'literal', occurrences: [{ file: 'a', scope: 's', locate: () => ({ line: 1 }) }] },
      { is: 'reference', occurrences: [{ file: 'b', scope: 's', locate: () => ({ line: 1 }) }] },
    ];
    const lost = [{ scope: 's', places: [{ position: at('c') }] }];
    expect(said({ plain, found, lost })).toEqual([expect.stringMatching(/^high b:1: b, d are new/)]);
  });
});
