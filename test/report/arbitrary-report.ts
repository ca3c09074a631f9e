import fc from 'fast-check';
import type { Finding, Suppressed } from '../../src/gate.ts';
import type { Access } from '../../src/rbac/judge/access.ts';
import type { PreviousReport } from '../../src/report/previous-report.ts';
import type { Report } from '../../src/report/report.ts';
import { severities } from '../../src/severity.ts';
import { type Signature, signatureStates, type VerifiedCommit } from '../../src/signature/model/signature.ts';
import { range, reportWith, run } from './sample-report.ts';

/** What an author writes into names, paths and messages to break out of one sink or another. */
export const hostileStrings: readonly string[] = [
  '::error file=a,line=1::owned',
  '  ::add-mask::x',
  'a ##[error]owned',
  '::stop-commands::x\n::set-output name=outcome::passed',
  '%0A::error::x',
  '\u001b[2J\u001b]0;owned\u0007\u009b31m',
  '\u001b]8;;http://evil.example\u001b\\click\u001b]8;;\u001b\\',
  'passed\rblocked\b\b\b',
  '\u202egnp.exe\u2066\u2069\u200b\u200d\ufeff\u00ad',
  '\u{e0041}\u{e0042}\u2028\u2029\u0085\u00a0\u3164\u2800',
  '\ud800 lone \udc00',
  '@octocat @acme/security, (@octocat) "@octocat" \\@octocat mail@example.com',
  '#1 !1 GH-1 acme/fleet#1 acme/fleet!2 $1 %1 ~bug &1 ^alert#1 TICKET-1 [vulnerability:1]',
  'deadbeef "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef" acme/fleet@deadbeef deadbee...cafebab',
  'https://evil.example www.evil.example ftp://x mailto:a@b.c xmpp:a@b.c <https://evil.example>',
  '[x](javascript:alert(1)) ![x](https://evil.example/x.png) [x]: https://evil.example\n[^1]: note [^1]',
  '<!-- gitops-gate --> <details open><summary>x</summary></details></details>',
  '</td></tr></table></code></pre><script>alert(1)</script><img src=x onerror=alert(1)>',
  '"><a href="https://evil.example">x</a> \' onmouseover=\'x',
  '```\n~~~\n# Heading\n\n- list\n1. list\n> quote\n***\n---\n===',
  '| a | b |\n| - | - |\n\\| \\\\| ||',
  '`a` ``b`` ` `` ``` `a`b`c` `|` | `',
  '$`a`$ $$x$$ $x$ {+a+} [-b-] [[_TOC_]] [ ] [x] :smile: :+1: *a* _b_ ~~c~~ **d** __e__ a**b**c a_b_c',
  '/close',
  '/assign @octocat',
  '::include{file=/etc/passwd}',
  '&lt;b&gt; &#64;octocat &amp;amp; &#x40;',
  ']]><evil/> <?xml?> <![CDATA[',
  '$\u007b{ github.token }} {{ .Values.x }} %s %\u007bx} $(id) `id`',
  '../../../../etc/passwd',
  'a\\',
  '    indented',
  '- - - nested',
  '1. 2) + - = ==',
  '',
  ' ',
];

const fragments = hostileStrings.flatMap((text) => text.match(/\s+|\w+|[^\w\s]/gu) ?? []);

/** Hostile text: the list above, pieces of it in any order, and any UTF-16 code units at all. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileStrings),
  fc.array(fc.constantFrom(...fragments), { maxLength: 12 }).map((parts) => parts.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'grapheme-ascii', maxLength: 30 }),
);

const sha = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 });
const digest = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });
const file = hostile.filter((text) => text !== '');
const position = fc.record({ file, line: fc.integer({ min: 1, max: 9999 }), column: fc.integer({ min: 1, max: 999 }) });
const person = fc.record({
  name: hostile,
  email: hostile,
  time: fc.oneof(fc.constant(Number.NaN), fc.integer({ min: 0, max: 4_000_000_000 }), fc.double()),
});

/** Leaves out the fields that are undefined, as exactOptionalPropertyTypes wants them. */
const dense = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T;

export const finding: fc.Arbitrary<Finding> = fc
  .record({
    rule: fc.constantFrom('rbac-widened', 'plaintext-secret', 'unsigned-commit', 'unreadable-manifest'),
    category: fc.constantFrom('signature', 'rbac', 'secret', 'repository', 'input'),
    severity: fc.constantFrom(...severities),
    blocking: fc.boolean(),
    fingerprint: digest,
    message: hostile,
    remedy: hostile,
    subject: fc.constant([]),
    details: fc.option(fc.array(hostile, { maxLength: 2 }), { nil: undefined }),
    excerpt: fc.option(hostile, { nil: undefined }),
    example: fc.option(hostile, { nil: undefined }),
    references: fc.option(fc.array(hostile, { maxLength: 2 }), { nil: undefined }),
    position: fc.option(position, { nil: undefined }),
    places: fc.option(fc.array(position, { maxLength: 2 }), { nil: undefined }),
    scope: fc.option(hostile, { nil: undefined }),
    object: fc.option(
      fc.record({ group: hostile, kind: hostile, namespace: fc.option(hostile, { nil: undefined }), name: hostile }),
      { nil: undefined },
    ),
    commit: fc.option(sha, { nil: undefined }),
    suggestion: fc.option(hostile, { nil: undefined }),
  })
  .map((value) => dense(value) as Finding);

const suppressed: fc.Arbitrary<Suppressed> = fc
  .tuple(finding, hostile, fc.constant('2027-01-31'))
  .map(([found, reason, until]) => ({ ...found, blocking: false, reason, until }));

const signature: fc.Arbitrary<Signature> = fc
  .record({
    state: fc.constantFrom(...signatureStates),
    accepted: fc.boolean(),
    format: fc.option(fc.constantFrom('openpgp', 'ssh', 'x509', 'gitsign'), { nil: undefined }),
    signer: fc.option(
      fc.record({
        name: hostile,
        emails: fc.array(hostile, { maxLength: 2 }),
        roles: fc.constant([]),
        principals: fc.constant([]),
      }),
      { nil: undefined },
    ),
    keyFingerprint: fc.option(hostile, { nil: undefined }),
    reason: fc.option(hostile, { nil: undefined }),
    remedy: fc.option(hostile, { nil: undefined }),
  })
  .map((value) => dense(value) as Signature);

export const commit: fc.Arbitrary<VerifiedCommit> = fc.record({
  sha,
  kind: fc.constantFrom('commit', 'tag'),
  subject: hostile,
  author: person,
  committer: person,
  signature,
});

const unread = fc.array(fc.record({ file, why: hostile }), { maxLength: 3 });

const caller = fc.record({ actor: hostile, repository: hostile, request: hostile, job: hostile });

const previous: fc.Arbitrary<PreviousReport> = fc
  .array(fc.record({ fingerprint: fc.oneof(digest, hostile), message: hostile, remedy: hostile, rule: hostile, file }))
  .map((findings) => ({
    command: 'check',
    repository: undefined,
    findings: findings.map((found) => ({ ...found, category: 'rbac', severity: 'high', line: 3 })),
  }));
const entry = fc.record({
  what: hostile,
  verbs: fc.oneof(
    fc.constant(['*']),
    fc.array(fc.oneof(fc.constantFrom('get', 'list', 'create'), hostile), { maxLength: 3 }),
  ),
  target: hostile,
  where: hostile,
  severity: fc.constantFrom(...severities),
});
const subjects = fc.array(
  fc.record({
    scope: hostile,
    subject: hostile.map((name) => `User ${name}`),
    permissions: fc.array(entry, { maxLength: 3 }),
    more: fc.constantFrom(0, 3),
  }),
  { maxLength: 2 },
);
const path = fc.record({
  scope: hostile,
  subjects: fc.array(hostile, { minLength: 1, maxLength: 5 }),
  steps: fc.array(hostile, { maxLength: 3 }),
  permission: hostile,
  severity: fc.constantFrom(...severities),
  newConnection: fc.integer({ min: 0, max: 3 }),
});

export const access: fc.Arbitrary<Access> = fc.record({
  gained: subjects,
  lost: subjects,
  paths: fc.array(path, { maxLength: 3 }),
});

/** A report every free text of which is hostile. */
export const report: fc.Arbitrary<Report> = fc
  .record({
    findings: fc.array(finding, { maxLength: 4 }),
    suppressed: fc.array(suppressed, { maxLength: 2 }),
    unjudged: fc.array(fc.record({ what: hostile, remedy: hostile }), { maxLength: 2 }),
    notes: fc.array(hostile, { maxLength: 2 }),
    outcome: fc.constantFrom('passed', 'blocked', 'could-not-judge'),
    failOn: fc.constantFrom(...severities, 'never'),
    commits: fc.array(commit, { maxLength: 4 }),
    skipped: unread,
    readWithoutStructure: unread,
    rangeNotes: fc.array(hostile, { maxLength: 2 }),
    access: fc.option(access, { nil: undefined }),
    command: fc.constantFrom('check', 'audit'),
    branch: fc.option(hostile, { nil: undefined }),
    caller,
    policy: fc.record({ folder: hostile }),
    previous: fc.option(previous, { nil: undefined }),
  })
  .map(({ commits, skipped, readWithoutStructure, rangeNotes, access, command, branch, ...more }) => {
    const { caller: who, policy, previous: earlier, ...verdict } = more;
    return reportWith(verdict, {
      command,
      ...(access === undefined ? {} : { access }),
      commits,
      range: { ...range, branch, notes: rangeNotes },
      run: { ...run, ...who, policy },
      ...(earlier === undefined ? {} : { previous: earlier }),
      coverage: { filesChanged: 6, filesRead: 5, contextFilesRead: 41, skipped, readWithoutStructure },
    });
  });
