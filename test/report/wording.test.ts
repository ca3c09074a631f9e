import { describe, expect, test } from '@jest/globals';
import type { Range } from '../../src/git/range/range.ts';
import { acceptAllCommand, acceptCommand, acceptFlags } from '../../src/report/accept.ts';
import { accessGraph } from '../../src/report/access-graph.ts';
import { ageCount, ageNotes, ageRows, ageWords } from '../../src/report/ages.ts';
import { readPreviousReport } from '../../src/report/previous-report.ts';
import type { Coverage, Report } from '../../src/report/report.ts';
import { quoted, shellWord } from '../../src/report/shell-word.ts';
import { clip, visible } from '../../src/report/visible.ts';
import {
  comparison,
  count,
  coverageLine,
  fixLine,
  headline,
  objectText,
  reasoning,
  sentence,
  shownDetails,
  signatureLine,
  verdictWords,
} from '../../src/report/wording.ts';
import { commit, commits, finding, range, reportWith } from './sample-report.ts';

describe('the verdict', () => {
  const [bad, mild] = [finding('a', 'high', { message: 'A.' }), finding('b', 'low', { message: 'B.' })];
  const unjudged = [{ what: 'a.yaml is too large. ', remedy: 'r' }];
  const failed = {
    rendering: { notRendered: [{ root: 'x', why: 'y' }], rendered: 0, found: 1, reused: 0, tools: [], milliseconds: 0 },
  };
  const with_ = (verdict: object, coverage: object = {}, command: Report['command'] = 'check') =>
    reportWith(verdict, { command, coverage: { ...reportWith().coverage, ...coverage } as Coverage });
  test.each<[string, Report, string]>([
    ['one that blocks', with_({ findings: [bad] }), 'Blocked: 1 of 1 finding (1 high) blocks this change.'],
    [
      'some that block',
      with_({ findings: [bad, { ...bad, severity: 'critical' }, mild] }),
      'Blocked: 2 of 3 findings (1 critical, 1 high) block this change.',
    ],
    ['of an audit', with_({ findings: [bad] }, {}, 'audit'), 'Blocked: 1 of 1 finding (1 high) blocks what is there.'],
    [
      'of a posture',
      with_({ findings: [bad] }, {}, 'posture'),
      'Blocked: 1 of 1 finding (1 high) blocks how the repository is set up.',
    ],
    [
      'with what could not be judged',
      with_({ findings: [bad], unjudged: [...unjudged, ...unjudged] }, failed),
      'Blocked: 1 of 1 finding (1 high) blocks this change. 2 things could not be judged. 1 root could not be rendered.',
    ],
    ['none', with_({ outcome: 'passed', findings: [] }), 'Passed: no findings.'],
    [
      'some that do not block',
      with_({ outcome: 'passed', findings: [mild] }, failed),
      'Passed: 1 finding (1 low), none of which blocks. 1 root could not be rendered.',
    ],
    [
      'some that would block',
      with_({ outcome: 'passed', wouldBlock: true, failOn: 'never', failOnFrom: 'input', findings: [bad] }),
      'Watching, would have blocked: 1 finding (1 high). Nothing blocks, because this run’s fail-on is never.',
    ],
    [
      'by the policy',
      with_({ outcome: 'passed', failOn: 'never', failOnFrom: 'policy.yaml', findings: [] }),
      'Passed: no findings. Nothing blocks, because failOn is never in policy.yaml.',
    ],
    [
      'one thing not judged',
      with_({ outcome: 'could-not-judge', findings: [mild], unjudged }),
      'Could not judge: a.yaml is too large. 1 finding (1 low).',
    ],
    [
      'several things not judged',
      with_({ outcome: 'could-not-judge', findings: [], unjudged: [...unjudged, ...unjudged, ...unjudged] }, failed),
      'Could not judge: a.yaml is too large; and 2 things more. No findings. 1 root could not be rendered.',
    ],
    [
      'nothing named',
      with_({ outcome: 'could-not-judge', findings: [], unjudged: [] }),
      'Could not judge: . No findings.',
    ],
  ])('%s', (_, report, expected) => {
    expect(headline(report)).toBe(expected);
    expect(`${sentence(verdictWords(report.verdict))}: ${reasoning(report)}`).toBe(expected);
  });

  test('of a long reason 300 characters', () => {
    const report = with_({
      outcome: 'could-not-judge',
      findings: [],
      unjudged: [{ what: 'x'.repeat(301), remedy: '' }],
    });
    expect(reasoning(report)).toBe(`${'x'.repeat(299)}…. No findings.`);
  });
});

describe('what was compared', () => {
  const none = {
    target: undefined,
    before: undefined,
    head: undefined,
    after: undefined,
    mergeBase: undefined,
    branch: undefined,
  };
  const of = (more: Partial<Range>) => comparison({ ...range, ...none, ...more });
  const [a, b, c] = ['a'.repeat(40), 'b'.repeat(40), 'c'.repeat(40)];
  test.each<[Partial<Range>, string]>([
    [{}, 'nothing: its commits are missing'],
    [{ kind: 'audit', head: a }, 'everything in aaaaaaa'],
    [{ kind: 'audit', head: a, after: b }, 'everything in bbbbbbb'],
    [{ kind: 'audit', target: a }, 'everything in the tree'],
    [{ kind: 'tag', head: a }, 'tag aaaaaaa'],
    [{ kind: 'tag', head: a, tag: b }, 'tag bbbbbbb'],
    [{ kind: 'tag', target: a }, 'tag (lightweight)'],
    [{ kind: 'staged', before: a, target: b }, 'aaaaaaa with what is staged'],
    [{ kind: 'staged', target: b }, 'bbbbbbb with what is staged'],
    [{ kind: 'staged', head: b }, 'the empty tree with what is staged'],
    [{ kind: 'first-push', head: a }, 'the first push, up to aaaaaaa'],
    [{ kind: 'first-push', target: a }, 'the first push, up to the head'],
    [{ kind: 'push', before: a, head: b, branch: 'main' }, 'aaaaaaa (main) with bbbbbbb'],
    [{ kind: 'push', head: b, after: c }, 'the empty tree with ccccccc'],
    [{ kind: 'push', before: a }, 'aaaaaaa with the head'],
    [
      { kind: 'request', target: a, head: b, after: c, branch: 'main' },
      'aaaaaaa (main) with what it would be after merging bbbbbbb',
    ],
    [{ kind: 'request', after: c }, 'the empty tree with what it would be after merging the index'],
    [{ kind: 'request', target: a, head: b, after: b }, 'the empty tree with bbbbbbb'],
    [{ kind: 'request', before: a, mergeBase: c, head: b }, 'aaaaaaa with bbbbbbb'],
    [{ kind: 'request', mergeBase: c, head: b }, 'ccccccc with bbbbbbb'],
    [{ kind: 'request', before: a }, 'aaaaaaa with the index'],
  ])('%j', (more, expected) => expect(of(more)).toBe(expected));
});

describe('what was read', () => {
  const base = { filesChanged: 1, filesRead: 1, contextFilesRead: 0, readWithoutStructure: [], skipped: [] };
  const rendering = { found: 5, reused: 1, rendered: 2, notRendered: [], tools: [], milliseconds: 1 };
  const of = (more: Partial<Coverage>, kind: Range['kind'] = 'request') =>
    coverageLine({ coverage: { ...base, ...more }, range: { ...range, kind } });
  test.each<[string, Partial<Coverage>, Range['kind'], string]>([
    ['a change', {}, 'request', '1 file changed, 1 read, 0 more read for context.'],
    ['an audit', {}, 'audit', '1 file, 1 read.'],
    [
      'an audit with context',
      { filesChanged: 2, contextFilesRead: 3 },
      'audit',
      '2 files, 1 read, 3 more read for context.',
    ],
    [
      'files without structure, and skipped',
      { readWithoutStructure: [{ file: 'a', why: 'b' }], skipped: [{ file: 'a', why: 'b' }] },
      'request',
      '1 file changed, 1 read, 0 more read for context, 1 read without structure, 1 skipped.',
    ],
    [
      'roots',
      { rendering: { ...rendering, notRendered: [{ root: 'a', why: 'b' }], tools: ['kustomize 5', 'helm 3'] } },
      'request',
      '1 file changed, 1 read, 0 more read for context, 2 of 3 roots that the change reaches rendered with kustomize 5 and helm 3.',
    ],
    [
      'roots of an audit',
      { rendering: { ...rendering, rendered: 1 } },
      'audit',
      '1 file, 1 read, 1 of 1 root rendered.',
    ],
    [
      'no roots',
      { rendering: { ...rendering, rendered: 0 } },
      'request',
      '1 file changed, 1 read, 0 more read for context.',
    ],
    ['earlier changes', { history: { changes: 1 } }, 'audit', '1 file, 1 read, compared with 1 earlier change.'],
    ['no earlier changes', { history: { changes: 0 } }, 'audit', '1 file, 1 read, compared with 0 earlier changes.'],
    [
      'a history that is not there',
      { history: { changes: 0, notCompared: 'shallow' } },
      'audit',
      '1 file, 1 read, not compared with earlier changes (shallow).',
    ],
    ['a young history', { history: { changes: 3, notCompared: 'too few' } }, 'audit', '1 file, 1 read.'],
  ])('%s', (_, more, kind, expected) => expect(of(more, kind)).toBe(expected));
});

test('signatures of commits, and of tags', () => {
  expect(signatureLine({ commits })).toBe('2 of 4 commits accepted: 1 good, 1 unsigned, 1 untrusted, 1 forge-signed');
  const tag = { ...commit('t', 'v1', { state: 'good', accepted: true }), kind: 'tag' as const };
  expect(signatureLine({ commits: [tag] })).toBe('1 of 1 tag accepted: 1 good');
  expect(signatureLine({ commits: [tag, ...commits] })).toMatch(/^3 of 5 commits accepted: 2 good, /);
});

describe('the line on the patch', () => {
  const secret = { fingerprint: 'f', why: 'a patch would put a secret back: gitops-gate fix --apply' };
  const fixed = (count_: number) => Array.from({ length: count_ }, () => ({ fingerprint: 'f', what: 'w' }));
  const of = (fix: Partial<NonNullable<Report['fix']>>) =>
    fixLine({ fix: { patch: 'p', blind: [], leftOut: ['a'], fixed: fixed(1), left: [], ...fix } }, ' --audit');
  const apply = 'in a clone: gitops-gate fix --audit --apply';
  const back = 'since a patch would put a secret back in one of 1 file (fix.leftOut in report.json)';
  test.each<[string, Partial<NonNullable<Report['fix']>>, string | undefined]>([
    ['all', {}, `1 of 1 finding would go with the patch fix.patch among the reports; ${apply}`],
    [
      'some',
      { left: [{ fingerprint: 'f', why: 'x' }] },
      `1 of 2 findings would go with the patch fix.patch among the reports; ${apply}`,
    ],
    [
      'some, and some without it',
      { left: [secret] },
      `1 of 2 findings would go with the patch fix.patch among the reports, and 1 more without it, ${back}; ${apply}`,
    ],
    [
      'none with it',
      { patch: '', fixed: [], left: [secret, { fingerprint: 'g', why: 'x' }] },
      `1 of 2 findings would go, but not with a patch, ${back}; ${apply}`,
    ],
    ['none', { patch: '', fixed: [], left: [] }, undefined],
  ])('%s', (_, fix, expected) => expect(of(fix)).toBe(expected));
  test('nothing where nobody looked', () => expect(fixLine({}, '')).toBeUndefined());
});

test('counts, details, objects and words for a shell', () => {
  expect([count(0, 'file'), count(1, 'file'), count(2, 'file')]).toEqual(['0 files', '1 file', '2 files']);
  const details = (number: number) => Array.from({ length: number }, (_, at) => `${at}`);
  expect(shownDetails()).toEqual([]);
  expect(shownDetails(details(7))).toEqual(details(7));
  expect(shownDetails(details(8))).toEqual(['0', '1', '2', 'and 2 more in report.json', '5', '6', '7']);
  const object = { group: '', kind: 'Service', namespace: 'shop', name: 'web' };
  expect([object, { ...object, namespace: undefined }, { ...object, name: '' }].map(objectText)).toEqual([
    'Service/shop/web',
    'Service/web',
    '',
  ]);
  expect([
    shellWord('a/b-1.x:+@y'),
    shellWord('a b'),
    shellWord("it's", "it's"),
    shellWord('a*', 'b'),
    shellWord(''),
    quoted('a'),
  ]).toEqual(['a/b-1.x:+@y', "'a b'", "'it'\\''s'", "'b'", "''", "'a'"]);
});

test('what nobody sees is written out, what is too long is cut', () => {
  const unseen = ['a\nb\r\t', '\u0000', '\u202e', '\u{e0041}', '\u00a0', 'x y', '❤\ufe0f', 'a\ufe0f', 'é'];
  expect(unseen.map(visible)).toEqual([
    'a\\nb\\r\\t',
    '\\u0000',
    '\\u202e',
    '\\u{e0041}',
    '\\u00a0',
    'x y',
    '❤\ufe0f',
    'a\\ufe0f',
    'é',
  ]);
  expect([
    clip('abc', 3),
    clip('abcd', 3),
    clip('\u{1F600}\u{1F600}', 2),
    clip('\u{1F600}\u{1F600}\u{1F600}', 2),
  ]).toEqual(['abc', 'ab…', '\u{1F600}\u{1F600}', '\u{1F600}…']);
});

describe('how a finding is accepted', () => {
  const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];
  const run = { start: 0, end: 0, steps: [], policy: {} };
  const flags = (more: Partial<Range>, command: Report['command'] = 'check', folder?: string) =>
    acceptFlags({
      range: { ...range, target: a, branch: undefined, before: undefined, head: b, ...more },
      command,
      run: { ...run, policy: folder === undefined ? {} : { folder } },
    });
  test.each<[string, string, string]>([
    ['a branch', flags({ branch: 'main' }), ''],
    ['the other usual branch', flags({ branch: 'master' }), ''],
    ['another branch', flags({ branch: 'release' }), ' --base aaaaaaa'],
    ['no branch', flags({}), ' --base aaaaaaa'],
    ['no base', flags({ target: undefined }), ''],
    ['what is staged', flags({ kind: 'staged' }), ' --staged'],
    ['a push', flags({ kind: 'push', before: a }), ' --base aaaaaaa --head bbbbbbb'],
    ['a push without a base', flags({ kind: 'push' }), ''],
    ['a push without a head', flags({ kind: 'push', before: a, head: undefined }), ''],
    ['a tag', flags({ kind: 'tag', before: a }), ''],
    ['an audit', flags({}, 'audit'), ' --audit'],
    ['a posture', flags({}, 'posture'), ' --report report.json'],
    ['the usual folder', flags({ branch: 'main' }, 'check', '.gitops-gate'), ''],
    ['another folder', flags({ branch: 'main' }, 'check', 'sec/gate-1.x'), ' --policy-path sec/gate-1.x'],
    ['a folder that a shell would read', flags({ branch: 'main' }, 'check', "a b'c"), " --policy-path 'a b'\\''c'"],
    ['a folder that begins like a flag', flags({ branch: 'main' }, 'check', '-x'), " --policy-path '-x'"],
  ])('of %s', (_, got, expected) => expect(got).toBe(expected));

  test('one, all of its rule, and of rules that look elsewhere', () => {
    const of = (rule: string) => ({ fingerprint: '0123456789abcdef', rule });
    const end = '--reason "…" --until …';
    expect(acceptCommand(of('rbac-widened'), ' --audit')).toBe(`gitops-gate ignore 0123456789ab --audit ${end}`);
    expect(acceptAllCommand(of('rbac-widened'), '')).toBe(`gitops-gate ignore --all --rule rbac-widened ${end}`);
    expect(acceptCommand(of('secret-stale'), ' --audit --policy-path x')).toBe(
      `gitops-gate ignore 0123456789ab --audit --ages --policy-path x ${end}`,
    );
    expect(acceptAllCommand(of('unprotected-branch'), ' --audit')).toBe(
      `gitops-gate ignore --all --rule unprotected-branch --report report.json ${end}`,
    );
  });
});

describe('an earlier report', () => {
  const one = { fingerprint: 'f', rule: 'r', category: 'c', severity: 'high', message: 'm', remedy: 'x' };
  const report = (more: object) =>
    JSON.stringify({
      schemaVersion: 1,
      command: 'check',
      run: { repository: 'https://a' },
      findings: [],
      suppressed: [],
      ...more,
    });
  test('its findings, ignored ones among them', () => {
    const { severity, ...rest } = one;
    expect(
      readPreviousReport(
        report({ findings: [{ ...one, file: 'a', line: 3, more: 1 }], suppressed: [{ ...rest, severity: 'low' }] }),
      ),
    ).toEqual({
      command: 'check',
      repository: 'https://a',
      findings: [
        { ...one, file: 'a', line: 3 },
        { ...rest, severity: 'low' },
      ],
    });
    expect(severity).toBe('high');
    expect(readPreviousReport(report({ command: 1, run: { repository: 2 } }))).toEqual({
      command: '',
      repository: undefined,
      findings: [],
    });
    expect(readPreviousReport(report({ run: null })).repository).toBeUndefined();
  });

  test.each<[unknown, unknown]>([
    [3, 3],
    [1, 1],
    [0, undefined],
    [-1, undefined],
    [1.5, undefined],
    ['3', undefined],
    [2 ** 53, undefined],
  ])('a line %s is %s', (line, expected) =>
    expect(readPreviousReport(report({ findings: [{ ...one, line, file: 7 }] })).findings).toEqual([
      { ...one, ...(expected === undefined ? {} : { line: expected }) },
    ]),
  );

  test.each<[string, string]>([
    ['{', 'it is not JSON'],
    ['null', 'it is not a report.json of this version'],
    ['[]', 'it is not a report.json of this version'],
    [report({ schemaVersion: 2 }), 'it is not a report.json of this version'],
    [report({ findings: {} }), 'it has no list of findings'],
    [report({ suppressed: undefined }), 'it has no list of findings'],
    [report({ findings: ['x'] }), 'a finding lacks severity'],
    [report({ findings: [{ ...one, severity: 'High' }] }), 'a finding lacks severity'],
    ...['fingerprint', 'rule', 'category', 'message', 'remedy'].map((name): [string, string] => [
      report({ findings: [{ ...one, [name]: 1 }] }),
      `a finding lacks ${name}`,
    ]),
  ])('what is none is refused: %s', (text, message) =>
    expect(() => readPreviousReport(text)).toThrow(new Error(message)),
  );
});

describe('ages of secrets', () => {
  const day = 86_400_000;
  const now = 1000 * day;
  const policy = { secretDays: 365, refreshHours: 24, certificateDays: 30 } as Parameters<typeof ageRows>[1];
  const position = { file: 'a.yaml', line: 3, column: 1 };
  const age = (is: string, more: object = {}) =>
    ({ is, position, ...more }) as unknown as Parameters<typeof ageRows>[0][number];
  const rows = (...all: readonly ReturnType<typeof age>[]) => ageRows(all, policy, now);
  const place = { name: 'a.yaml', file: 'a.yaml', line: 3 };
  test('rows with what is stale', () => {
    expect(
      rows(age('sops', { changed: now - 366 * day, object: { kind: 'Secret', namespace: 'shop', name: 'db' } })),
    ).toEqual([{ kind: 'sops', what: 'SOPS', ...place, name: 'Secret shop/db', days: 366, limit: 365 }]);
    expect(rows(age('sealed', { changed: now + day }))).toEqual([
      { kind: 'sealed-secret', what: 'SealedSecret', ...place, days: 0 },
    ]);
    expect(rows(age('external', { refresh: 25 * 3600 }))).toEqual([
      { kind: 'external-secret', what: 'ExternalSecret', ...place, refreshHours: 25, limit: 24 },
    ]);
    expect(rows(age('external', { refresh: 5 }))).toMatchObject([{ refreshHours: 0 }]);
    expect(rows(age('certificate', { expires: now + 29.5 * day }))).toEqual([
      { kind: 'certificate', what: 'certificate', ...place, daysLeft: 29, limit: 30 },
    ]);
    expect(rows(age('vault-dynamic', { object: { kind: 'V', name: 'a' } }))).toEqual([
      { kind: 'vault-dynamic-secret', what: 'Vault, dynamic', ...place, name: 'V a' },
    ]);
  });

  test.each<[string, string]>([
    ['sops', 'no commit of this clone changes it: fetch them all (fetch-depth: 0, GIT_DEPTH: 0)'],
    ['sealed', 'no commit of this clone changes it: fetch them all (fetch-depth: 0, GIT_DEPTH: 0)'],
    ['vault-static', 'it states no refreshAfter'],
    ['external', 'it states no interval that can be read'],
  ])('why the age of one of %s is not known', (is, unknown) => expect(rows(age(is))).toMatchObject([{ unknown }]));

  test('what expires first, then what is oldest, then what is read most seldom', () => {
    const all = [
      age('external', { refresh: 3600 }),
      age('sops', { changed: now - day }),
      age('certificate', { expires: now + 9 * day }),
      age('external', { refresh: 0 }),
      age('sops', { changed: now - 5 * day }),
      age('certificate', { expires: now - day }),
      age('vault-dynamic'),
    ];
    expect(
      rows(...all).map(({ daysLeft, days, refreshHours }) =>
        [daysLeft, days, refreshHours].map((each) => each ?? '').join('|'),
      ),
    ).toEqual(['-1||', '9||', '|5|', '|1|', '||0', '||1', '||']);
  });

  test.each<[object, string]>([
    [{ daysLeft: -1 }, 'expired 1 day ago'],
    [{ daysLeft: 0 }, '0 days left'],
    [{ daysLeft: 3, limit: 30 }, '3 days left, fewer than 30'],
    [{ days: 400, limit: 365 }, 'changed 400 days ago, more than 365'],
    [{ days: 1 }, 'changed 1 day ago'],
    [{ refreshHours: 0 }, 'never read again'],
    [{ refreshHours: 25, limit: 24 }, 'read every 25 h, more than 24'],
    [{ kind: 'vault-dynamic-secret' }, 'made anew for each lease'],
    [{ unknown: 'it is so' }, 'not known: it is so'],
    [{}, 'not known: nothing says it'],
  ])('%j in words: %s', (row, expected) => expect(ageWords(row as Parameters<typeof ageWords>[0])).toBe(expected));

  test('how many, and how many have no room', () => {
    const row = rows(age('vault-dynamic'))[0] as Parameters<typeof ageCount>[0][number];
    expect([ageCount([row]), ageCount([row, row]), ageCount([row, { ...row, limit: 1 }])]).toEqual([
      '1 secret',
      '2 secrets',
      '2 secrets, 1 stale by the policy',
    ]);
    const many = Array.from({ length: 5_001 }, () => age('vault-dynamic'));
    expect(ageNotes(many.slice(1))).toEqual([]);
    expect(ageNotes(many)).toEqual(['The ages of 1 more secrets are not listed.']);
    expect(rows(...many)).toHaveLength(5_000);
  });
});

describe('the graph of who gains what', () => {
  const way = (
    subjects: readonly string[],
    steps: readonly string[],
    permission: string,
    newConnection = 0,
    scope = 's',
  ) =>
    ({ scope, subjects, steps, permission, severity: 'high', newConnection }) as unknown as Parameters<
      typeof accessGraph
    >[0]['paths'][number];
  test('names of one scope are one node, and connections are new where one of them is', () => {
    expect(
      accessGraph({ paths: [way(['a'], ['b'], 'p', 1), way(['a'], ['b'], 'q', 0), way(['a'], ['b'], 'p', 2, 't')] }),
    ).toEqual({
      nodes: [
        { kind: 'subject', scope: 's', label: 'a' },
        { kind: 'step', scope: 's', label: 'b' },
        { kind: 'permission', scope: 's', label: 'p', severity: 'high' },
        { kind: 'permission', scope: 's', label: 'q', severity: 'high' },
        { kind: 'subject', scope: 't', label: 'a' },
        { kind: 'step', scope: 't', label: 'b' },
        { kind: 'permission', scope: 't', label: 'p', severity: 'high' },
      ],
      edges: [
        { from: 0, to: 1, isNew: true },
        { from: 1, to: 2, isNew: true },
        { from: 1, to: 3, isNew: false },
        { from: 4, to: 5, isNew: false },
        { from: 5, to: 6, isNew: false },
      ],
      notDrawn: 0,
    });
  });

  test('of many subjects three are named', () => {
    const label = (...subjects: readonly string[]) => accessGraph({ paths: [way(subjects, [], 'p')] }).nodes[0]?.label;
    expect([label('a', 'b', 'c'), label('a', 'b', 'c', 'd', 'e')]).toEqual(['a, b, c', 'a, b, c and 2 more']);
  });

  test('at most fifty nodes, and only ways that fit', () => {
    const steps = (number: number) => Array.from({ length: number }, (_, at) => `${at}`);
    expect(accessGraph({ paths: [way(['a'], steps(48), 'p')] })).toMatchObject({ notDrawn: 0 });
    expect(accessGraph({ paths: [way(['a'], steps(49), 'p'), way(['a'], [], 'p')] })).toMatchObject({
      notDrawn: 1,
      nodes: [{}, {}],
    });
    const paths = [way(['a'], [], 'p'), way(['b'], [], 'p'), way(['a'], [], 'q')];
    const { nodes, notDrawn } = accessGraph({ paths }, (graph) => graph.nodes.every(({ label }) => label !== 'b'));
    expect([nodes.map(({ label }) => label), notDrawn]).toEqual([['a', 'p', 'q'], 1]);
  });
});
