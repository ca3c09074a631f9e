import { describe, expect, test } from '@jest/globals';
import { isDay, policyShape } from '../../src/policy/shape/policy-shape.ts';
import type { Shape } from '../../src/policy/shape/shape.ts';
import {
  branchGlob,
  email,
  glob,
  line,
  objectName,
  scopeName,
  shortName,
  url,
} from '../../src/policy/shape/text-shapes.ts';

describe('texts of the policy', () => {
  test.each<[string, Shape<string>, string[], string[]]>([
    ['a line', line, ['a', ' a b ', '\ta'], ['', ' ', '\t', 'a\nb', '\na', 'a\n']],
    [
      'a short name',
      shortName,
      ['a', '0', 'A.b_c-d', 'a'.repeat(63)],
      ['', '.a', '_a', '-a', 'a b', 'a\n', '\na', 'a'.repeat(64), 'é'],
    ],
    ['a path', glob, ['a', 'a/b', '**', 'a b/', '.a'], ['', '/a', '\\a', 'a\\b', 'a\nb', '\na', 'a\n']],
    [
      'a scope',
      scopeName,
      ['a', 'a b', 'Application a/b (c.yaml)', '*'],
      ['', ' a', 'a ', '\\', 'a\\b', 'a\\', 'a\nb', '\na', 'a\n'],
    ],
    [
      'a branch',
      branchGlob,
      ['main', 'release/*', 'a-b', 'a/refs/b', 'refs', 'a?'],
      ['', '-a', '/a', 'refs/heads/main', 'a b', ' a', 'a ', 'a\\', 'a~1', 'a^', 'a:b', 'a[b]', 'a\n'],
    ],
    [
      'an object',
      objectName,
      ['Role/a', 'Role/a/b', 'Role.rbac.authorization.k8s.io/a:b', 'R-1/x'],
      [
        '',
        'Role',
        'Role/',
        'Role//a',
        'Role/a/',
        'Role/a/b/c',
        '/a',
        'Ro le/a',
        'Role/a b',
        'Role/a\n',
        ' Role/a',
        '*/a',
      ],
    ],
    ['an email address', email, ['a@b', 'a+b@c.d'], ['', 'a', '@b', 'a@', 'a@b@c', 'a b@c', 'a@b c', ' a@b', 'a@b\n']],
    [
      'a URL',
      url,
      ['https://a', 'https://a.b/c?d'],
      ['', 'https://', 'http://a', 'https://a b', ' https://a', 'https://a\n', 'xhttps://a'],
    ],
  ])('%s', (_, shape, good, bad) => {
    expect(good.filter((value) => shape.read(value, [], () => {}) === undefined)).toEqual([]);
    expect(bad.filter((value) => shape.read(value, [], () => {}) !== undefined)).toEqual([]);
  });

  test('a day is one of the calendar', () => {
    for (const day of ['2026-01-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])
      expect(isDay(day)).toBe(true);
    for (const day of [
      '2026-02-29',
      '1900-02-29',
      '2026-04-31',
      '2026-13-01',
      '2026-00-01',
      '2026-01-00',
      '',
      '2026-1-1',
    ])
      expect(isDay(day)).toBe(false);
  });
});

describe('each key of the policy', () => {
  const at = (path: string, value: unknown): unknown =>
    path.split('.').reduceRight<unknown>((inner, name) => (name === '[]' ? [inner] : { [name]: inner }), value);
  const isRead = (path: string, value: unknown): boolean => {
    const complaints: unknown[] = [];
    policyShape().read(at(path, value), [], (...problem) => complaints.push(problem));
    return complaints.length === 0;
  };

  test.each<[string, number, number]>([
    ['version', 1, 1],
    ['limits.bytes', 1, 1_073_741_824],
    ['limits.documents', 1, 1_000_000],
    ['limits.depth', 1, 100],
    ['limits.aliases', 0, 1_000_000],
    ['limits.expandedNodes', 1, 1_000_000_000],
    ['limits.totalBytes', 1, 1_099_511_627_776],
    ['limits.seconds', 1, 86_400],
    ['limits.findings', 1, 1_000_000],
    ['posture.approvals', 1, 10],
    ['ages.secretDays', 1, 100_000],
    ['ages.refreshHours', 1, 1_000_000],
    ['ages.certificateDays', 0, 100_000],
    ['render.seconds', 1, 3600],
  ])('%s goes from %d to %d', (path, least, most) => {
    expect([least - 1, least, most, most + 1].map((value) => isRead(path, value))).toEqual([false, true, true, false]);
  });

  test.each<[string, unknown[], unknown[]]>([
    ['kubernetesVersion', ['1.3', '1.34', '1.340'], ['1.', '1.3400', 'v1.34', '11.34', '1.34.1', '1x34', 1.34]],
    ['branches', [['main']], [[], null, ['-x']]],
    ['clusters.prod', [['a/**']], [[], null, 'a/**']],
    ['signatures.signers.0x12345678', [], [{}]],
    ['signatures.signers.1234 5678', [], [{}]],
    ['signatures.signers.0123456789abcdEF', [], [{}]],
    ['signatures.signers.123456789', [{}, null], ['x']],
    ['signatures.signers.x12345678', [{}], []],
    ['signatures.signers.12345678x', [{}], []],
    ['signatures.signers. a', [], [{}]],
    ['signatures.signers.a ', [], [{}]],
    ['signatures.signers.a b', [{}], []],
    [
      'signatures.signers.a',
      [
        { emails: null, roles: null },
        { emails: [], roles: [] },
      ],
      [{ name: '' }, { roles: ['a b'] }],
    ],
    [
      'signatures.require.[]',
      [
        { paths: ['a'], roles: ['b'] },
        { rules: ['a'], signers: ['b'] },
      ],
      [
        { paths: [], roles: ['b'] },
        { paths: ['a'], roles: [] },
        { rules: [], signers: ['b'] },
        { rules: ['a'], signers: [] },
        { paths: ['a'], rules: ['b'] },
        { signers: ['a'], roles: ['b'] },
      ],
    ],
    [
      'signatures.identities.[]',
      [{ subject: 'a', issuer: 'https://b' }],
      [{ subject: 'a' }, { issuer: 'https://b' }, null],
    ],
    ['rules.r', ['off', false, 'low', { a: 'low' }, { a: false }], [true, null, {}, [], { a: 'x' }, 'none']],
    ['posture.require', [['approvals'], [], null], [['x'], 'approvals']],
    ['openshift', [true, false], ['true', null]],
    [
      'rbac.roles.[]',
      [
        { kind: 'Role', name: 'a', namespace: 'b', rules: [{ verbs: [''] }] },
        { kind: 'ClusterRole', name: 'a', rules: null },
      ],
      [
        { kind: 'Role', name: 'a', rules: [] },
        { kind: 'ClusterRole', name: 'a', namespace: 'b', rules: [] },
        { kind: 'ClusterRole', name: 'a', rules: [{ verbs: ['a\nb'] }] },
        { kind: 'ClusterRole', name: 'a', rules: [{}] },
        { kind: 'ClusterRole', name: 'a' },
        { kind: 'ClusterRole', rules: [] },
      ],
    ],
    ['render.roots.[]', [{ path: '.' }, { path: 'a', values: [] }], [{}, null, { path: '' }]],
    [
      'secrets.formats.[]',
      [
        { name: 'a', pattern: 'abcd' },
        { name: 'a', pattern: 'abc[0-9]', severity: 'low' },
      ],
      [
        { name: 'a' },
        { pattern: 'abcd' },
        { name: 'a', pattern: 'abc' },
        { name: 'a', pattern: 'ab[0-9]' },
        { name: 'a', pattern: 'abcd\n' },
        { name: 'a', pattern: 'abcd', severity: 'off' },
      ],
    ],
  ])('%s takes what it should', (path, good, bad) => {
    expect(good.filter((value) => !isRead(path, value))).toEqual([]);
    expect(bad.filter((value) => isRead(path, value))).toEqual([]);
  });

  const accepted = { rule: 'r', reason: 'why', until: '2026-06-15' };
  const [sha1, sha256] = ['a'.repeat(40), 'b'.repeat(64)];

  test.each<[string, unknown, boolean]>([
    ['an object', { object: 'Role/a' }, true],
    ['a path', { path: 'a' }, true],
    ['a fingerprint', { fingerprint: sha256 }, true],
    ['a fingerprint of other digits', { fingerprint: 'A'.repeat(64) }, false],
    ['a fingerprint that is too short', { fingerprint: sha256.slice(1) }, false],
    ['a fingerprint and more before it', { fingerprint: ` ${sha256}` }, false],
    ['a fingerprint and more behind it', { fingerprint: `${sha256}0` }, false],
    ['nothing', {}, false],
    ['no reason', { path: 'a', reason: undefined }, false],
    ['no last day', { path: 'a', until: undefined }, false],
    ['no rule', { path: 'a', rule: undefined }, false],
    ['a blob alone', { blob: sha1 }, false],
    ['one blob', { path: 'a', blob: sha1 }, true],
    ['one of SHA-256', { path: 'a', blob: sha256 }, true],
    ['blobs', { path: 'a', blob: [sha1, sha256] }, true],
    ['one blob in a list', { path: 'a', blob: [sha1] }, true],
    ['no blob in a list', { path: 'a', blob: [] }, false],
    ['a blob that is too short', { path: 'a', blob: sha1.slice(1) }, false],
    ['a blob that is too long', { path: 'a', blob: `${sha1}0` }, false],
    ['a blob with space before it', { path: 'a', blob: ` ${sha1}` }, false],
    ['a blob of neither length in a list', { path: 'a', blob: [sha1, `x${sha256}`] }, false],
    ['no day', { path: 'a', until: '2026-02-30' }, false],
    ['a day and more', { path: 'a', until: '2026-02-03 ' }, false],
    ['a day with a year before it', { path: 'a', until: '12026-02-03' }, false],
  ])('an ignore entry with %s', (_, part, isGood) => {
    expect(isRead('ignore.[]', JSON.parse(JSON.stringify({ ...accepted, ...(part as object) })))).toBe(isGood);
  });

  test('what a secret format lacks is said', () => {
    const said = (pattern: string) => {
      const complaints: string[] = [];
      policyShape().read(at('secrets.formats.[]', { name: 'a', pattern }), [], (_, __, what) => complaints.push(what));
      return complaints;
    };
    const apart =
      'a pattern without three characters in a row that every match holds, outside choices, repetitions and the flag i';
    expect(said('abc[0-9]{395}')).toEqual([]);
    expect(said('abc[0-9]{396}')).toEqual(['a pattern of too many steps']);
    expect(said('ab[0-9]c')).toEqual([apart]);
    expect(said('[0-9]{2}abc|x')).toEqual([apart]);
    expect(said('a{3}[0-9]')).toEqual([apart]);
    expect(said(`abc${'x'.repeat(497)}`)).toEqual(['a pattern of too many steps']);
    expect(said(`abc${'(x)'.repeat(166)}`)).toEqual([
      'pattern must be a regular expression of 4 to 500 characters in one line, as RE2 reads it',
    ]);
  });

  test('unknown rules are refused where the rules are known, wherever they are named', () => {
    const said = (value: unknown, known?: readonly string[]) => {
      const complaints: string[] = [];
      policyShape(known).read(value, [], (path, on, what, fix) =>
        complaints.push(`${path.join('/')} ${on} ${what}: ${fix}`),
      );
      return complaints;
    };
    const file = {
      rules: { 'rbac-widend': 'low' },
      ignore: [{ ...accepted, path: 'a', rule: 'zzz' }],
      signatures: { require: [{ rules: ['plaintext-secret', 'x'], roles: ['a'] }] },
    };
    expect(said(file)).toEqual([]);
    expect(said(file, ['rbac-widened', 'plaintext-secret'])).toEqual([
      'rules/rbac-widend key unknown rule "rbac-widend": did you mean rbac-widened?',
      'signatures/require/0/rules/1 value unknown rule "x": rules: rbac-widened, plaintext-secret',
      'ignore/0/rule value unknown rule "zzz": rules: rbac-widened, plaintext-secret',
    ]);
  });
});
