import { expect, test } from '@jest/globals';
import { renderTerminal } from '../../src/report/terminal/terminal.ts';
import { renderVerifyTerminal } from '../../src/report/terminal/terminal-commits.ts';
import { commit, commits, finding, reportWith, suppressed, unsigned } from './sample-report.ts';

const style = { colour: false, width: 100 };
const lines = (report: Parameters<typeof renderTerminal>[0]) => renderTerminal(report, style).split('\n');
const many = <T>(count: number, of: (at: number) => T) => Array.from({ length: count }, (_, at) => of(at));
const at = (file: string, line = 1) => ({ file, line, column: 2 });
const accept = (id: string) => `  Accept: gitops-gate ignore ${id.repeat(12)} --reason "…" --until …`;
const signed = [
  '  ✗ unsigned      ad782ec  [Kim Lee]             Let CI read what it deploys',
  '                  It has no signature.',
  '  ✗ untrusted     b802f38  [Jane Doe] (openpgp)  Rotate the registry password',
  '                  No key in .gitops-gate/keys of the base branch has this fingerprint.',
  '  ✓ good          fe05bcd  Jane Doe (ssh)        Give the deployer a role of its own',
  "  ✓ forge-signed  9f8f7ee  [Jane Doe] (openpgp)  Merge branch 'main' into deployer",
];
const role = finding('rbac-widened', 'critical', {
  message: 'Role `a` gains get.',
  position: at('a.yaml', 3),
  places: many(9, (each) => at(`p${each}.yaml`)),
  details: ['D.'],
  excerpt: 'verbs: [get]',
  scope: 'clusters/a',
  references: ['CIS 1'],
  fingerprint: 'a'.repeat(64),
});
const bare = {
  commits: [],
  coverage: { filesChanged: 1, filesRead: 1, contextFilesRead: 0, readWithoutStructure: [], skipped: [] },
};
const none = { suppressed: [], notes: [], unjudged: [] };

test('a whole report, section by section', () => {
  const low = finding('b', 'low', { message: 'No place.', scope: '', fingerprint: 'b'.repeat(64) });
  const verdict = {
    findings: [role, low],
    suppressed: suppressed.slice(0, 1),
    unjudged: [{ what: 'x.yaml', remedy: 'Split it.' }],
    notes: ['A note.', 'A note.'],
  };
  const ages = [
    { kind: 'sops', what: 'SOPS', name: 'Secret a', file: 'a.yaml', line: 1, days: 3 },
    { kind: 'certificate', what: 'certificate', name: 'b.yaml', file: 'b.yaml', line: 1, daysLeft: 2, limit: 30 },
  ];
  const fix = { patch: 'p', blind: [], leftOut: [], fixed: [{ fingerprint: 'f', what: 'w' }], left: [] };
  expect(lines(reportWith(verdict, { ages, fix } as object))).toEqual([
    'gitops-gate 1.0.0  compares 0e8a3ad (main) with what it would be after merging 1a95462',
    '',
    'CRITICAL  rbac-widened  a.yaml:3:2',
    '  Role a gains get.',
    '    │ verbs: [get]',
    '    - D.',
    ...many(8, (each) => `    also p${each}.yaml:1:2`),
    '    and 1 more',
    '  Fix: Mend it.',
    '  id aaaaaaaaaaaa · CIS 1 · scope clusters/a',
    accept('a'),
    '',
    'LOW  b  does not block',
    '  No place.',
    '  Fix: Mend it.',
    '  id bbbbbbbbbbbb',
    accept('b'),
    '',
    'Signatures  2 of 4 commits accepted: 1 good, 1 unsigned, 1 untrusted, 1 forge-signed',
    ...signed,
    '',
    'Ignored by the base branch  1 finding',
    '  - high rbac-broad-subject clusters/prod/monitoring/binding.yaml:10:3 RoleBinding',
    '    monitoring/metrics binds Role metrics-reader to every logged-in user.',
    '    878a71adb597 until 2027-03-31: Metrics are public inside the company (SEC-142).',
    '',
    'Could not be judged',
    '  ? x.yaml',
    '    Fix: Split it.',
    '',
    'Ages of secrets  2 secrets, 1 stale by the policy',
    '  SOPS         changed 3 days ago          Secret a  a.yaml',
    '  certificate  2 days left, fewer than 30  b.yaml',
    '',
    'Read  6 files changed, 5 read, 41 more read for context, 1 read without structure, 1 skipped.',
    '  - skipped: docs/architecture.png (binary)',
    '  - without structure: charts/app/templates/role.yaml (a Helm template: read line by line)',
    '  - A note.',
    '',
    'Fix  1 of 1 finding would go with the patch fix.patch among the reports; in a clone: gitops-gate fix',
    '     --apply',
    '',
    '✗ Blocked: 1 of 2 findings (1 critical) blocks this change. 1 thing could not be judged.',
    '',
  ]);
});

test('a report without anything to say', () => {
  const report = reportWith({ outcome: 'passed', findings: [], ...none }, { ...bare, ages: [] });
  expect(lines(report)).toEqual([
    'gitops-gate 1.0.0  compares 0e8a3ad (main) with what it would be after merging 1a95462',
    '',
    'Ages of secrets  nothing has an age: no encrypted, external or Vault secret, no certificate',
    '',
    'Read  1 file changed, 1 read, 0 more read for context.',
    '',
    '✓ Passed: no findings.',
    '',
  ]);
  const last = (verdict: object) => lines(reportWith({ findings: [], ...none, ...verdict }, bare)).at(-2);
  expect(last({ outcome: 'could-not-judge', unjudged: [{ what: 'x', remedy: 'r' }] })).toBe(
    '? Could not judge: x. No findings.',
  );
  expect(last({ outcome: 'passed', wouldBlock: true })).toBe('! Watching, would have blocked: no findings.');
  expect(lines(reportWith({ findings: [], ...none }, { ...bare, command: 'posture' }))[0]).toBe(
    'gitops-gate 1.0.0  reads how the repository is set up',
  );
});

test('of long lists the rest is counted', () => {
  const file = (each: number) => ({ file: `f${each}`, why: 'w' });
  const of = (count: number) => ({
    verdict: {
      findings: [],
      notes: [],
      unjudged: many(count, () => ({ what: 'w', remedy: 'r' })),
      suppressed: many(count, () => suppressed[0] as (typeof suppressed)[number]),
    },
    rest: {
      ...bare,
      coverage: { ...bare.coverage, skipped: many(count, file) },
      ages: many(count, () => ({ kind: 'sops' as const, what: 'SOPS', name: 'n', file: 'f', line: 1, days: 1 })),
    },
  });
  const more = (count: number) =>
    lines(reportWith(of(count).verdict, of(count).rest)).filter(
      (line) => line.includes(' more') && !line.startsWith('Read'),
    );
  expect(more(10)).toEqual([]);
  expect(more(50)).toEqual(['  and 40 more']);
  expect(more(101)).toEqual([
    '  and 51 more',
    '  and 51 more',
    '  and 1 more: see report.json (--out DIR)',
    '  and 91 more',
  ]);
});

test('findings that say the same are one entry, with where the others are', () => {
  const alike = (count: number) => many(count, (each) => ({ ...role, places: [], position: at(`p${each}.yaml`) }));
  const of = (count: number) => lines(reportWith({ findings: alike(count), ...none }, bare));
  expect(of(3)).toContain('CRITICAL  rbac-widened  × 3  p0.yaml:1:2');
  expect(of(3)).toContain('    also p1.yaml:1:2, p2.yaml:1:2');
  expect(of(3)).toContain('  Accept: gitops-gate ignore --all --rule rbac-widened --reason "…" --until …');
  const text = of(11).join(' ').replace(/ +/g, ' ');
  expect(text).toContain('p8.yaml:1:2 and 2 more');
  expect(of(9).join(' ')).not.toContain(' and ');
});

test('what verify prints', () => {
  const verified = (all: typeof commits, colour = false) =>
    renderVerifyTerminal(all, { colour, width: 100 }).split('\n');
  expect(verified(commits)).toEqual([
    ...signed,
    '  Fix: Sign it: git rebase --exec "git commit --amend --no-edit -S" origin/main',
    '  Fix: Sign with a trusted key, or let an admin add this one to .gitops-gate/keys.',
    '',
    '2 of 4 commits accepted: 1 good, 1 unsigned, 1 untrusted, 1 forge-signed',
    '',
  ]);
  expect(verified([])).toEqual(['', 'No commits to verify', '']);
  const colourOf = (all: typeof commits) => verified(all, true).at(-2)?.slice(2, 4);
  const unchecked = commit('a', 's', { ...unsigned(), state: 'could-not-check' });
  const good = commit('c', 's', { state: 'good', accepted: true });
  expect(
    [[], [good], [unchecked, good], [unchecked, commit('b', 's', unsigned())], [commit('b', 's', unsigned())]].map(
      colourOf,
    ),
  ).toEqual(['32', '32', '33', '31', '31']);
  const listed = verified(many(21, (each) => commit(`${each}`, 's', unsigned())));
  expect(listed.filter((line) => line.includes('no signature'))).toHaveLength(1);
  expect(listed.filter((line) => line.startsWith('  ✗'))).toHaveLength(20);
  expect(listed).toContain('  and 1 more');
});
