import { describe, expect, test } from '@jest/globals';
import type { RawCommit } from '../../src/git/object/object.ts';
import { type BadStep, type LastGood, lastGoodExitCode } from '../../src/report/last-good/last-good.ts';
import { lastGoodJson } from '../../src/report/last-good/last-good-json.ts';
import { lastGoodText } from '../../src/report/last-good/last-good-text.ts';
import { type ObjectChange, objectChanges } from '../../src/report/last-good/object-changes.ts';
import { returnCommands } from '../../src/report/last-good/return-commands.ts';
import { version } from '../../src/version.ts';
import { resources } from '../rbac/manifests.ts';
import { finding, range, reportWith } from './sample-report.ts';

const jane = { name: 'Jane Doe', email: 'jane@example.com', time: Date.UTC(2026, 9, 1) / 1000, zone: '+0000' };
const commit = (digit: string, subject: string, parents: readonly string[] = ['0']): RawCommit =>
  ({ id: digit.repeat(40), parents, tree: 't', author: jane, committer: jane, subject }) as unknown as RawCommit;
const [first, good, one, two, head] = [
  commit('a', 'First'),
  commit('b', 'Good'),
  commit('c', 'Widen a role'),
  commit('d', 'Merge it', ['1', '2']),
  commit('e', 'Say hello'),
];
const step = (of: RawCommit, brings: number, isContent = brings > 0, state: BadStep['state'] = 'blocked'): BadStep => ({
  commit: of,
  state,
  brings,
  isContent,
});
const role = finding('rbac-widened', 'high', { message: 'Role a gains get.', fingerprint: 'f1' });
const low = finding('image-unpinned', 'low', { message: 'Image x.', fingerprint: 'f2' });
const object = (name: string, change: ObjectChange['change'], namespace?: string): ObjectChange => ({
  group: '',
  kind: 'Service',
  namespace,
  name,
  scope: 's',
  file: `${name}.yaml`,
  change,
});

const answer = (more: Partial<LastGood> = {}): LastGood => ({
  branch: 'main',
  ref: 'origin/main',
  head,
  begin: first,
  beginWhy: '--since',
  walked: 5,
  good,
  isJudged: true,
  state: 'blocked',
  bad: [step(one, 1), step(two, 2), step(head, 0)],
  since: new Map([['f1', one.id]]),
  report: reportWith(
    { findings: [role, low], unjudged: [{ what: 'a.yaml is too large', remedy: 'Split it.' }] } as object,
    { range: { ...range, commits: ['x', 'y', 'z', 'w'] } },
  ),
  leaks: ['A key in b.yaml.'],
  objects: [object('a', 'added', 'shop'), object('b', 'removed'), object('c', 'changed')],
  kept: '.gitops-gate',
  notes: ['A note.'],
  ...more,
});
const text = (more: Partial<LastGood> = {}) => lastGoodText(answer(more), { colour: false, width: 100 }).split('\n');
const [g, h] = [good.id, head.id];

describe('the last good commit as text', () => {
  test('what is not good, what a return undoes and how it is done', () => {
    expect(text()).toEqual([
      '✗ origin/main (eeeeeee) is not good.',
      `Last good  ${g}`,
      '           2026-10-01  Jane Doe  Good',
      '',
      'Not good since',
      '  ccccccc  2026-10-01  Jane Doe  Widen a role  1 finding new',
      '  ddddddd  2026-10-01  Jane Doe  Merge it  2 findings new',
      '  eeeeeee  2026-10-01  Jane Doe  Say hello  nothing new',
      '',
      'A return would undo  3 commits of the branch, 4 with those they merge',
      '  - high rbac-widened, since ccccccc: Role a gains get.',
      '  and 1 finding that does not block',
      '  ? a.yaml is too large',
      '    Fix: Split it.',
      'Objects  1 would go (-), 1 would return (+), 1 would be as they were (~)',
      '  - Service shop/a  a.yaml',
      '  + Service b  b.yaml',
      '  ~ Service c  c.yaml',
      '',
      'How to return: a branch with the files of the good commit, for review; .gitops-gate stays as it is',
      `  git switch --no-track -c return-to-bbbbbbbbbbbb ${h}`,
      `  git restore --source=${g} --staged --worktree -- :/ ':(top,exclude).gitops-gate'`,
      `  git commit -S -m "Return to ${g}"`,
      '',
      'or take out only what brought a finding',
      `  git revert --no-edit -S -m 1 ${two.id}`,
      `  git revert --no-edit -S ${one.id}`,
      '',
      'Argo CD, until the branch is good again',
      '  argocd app set APP --sync-policy none',
      `  argocd app set APP --revision ${g}`,
      '  argocd app sync APP --prune',
      '',
      'Flux, until the branch is good again',
      '  flux suspend kustomization flux-system',
      `  kubectl -n flux-system patch gitrepository NAME --type merge -p '{"spec":{"ref":{"commit":"${g}"}}}'`,
      '  flux reconcile source git NAME',
      '',
      'Walked',
      '  - 5 commits of the first-parent line, from aaaaaaa (--since) to eeeeeee, by the policy of each',
      '    good commit and that of eeeeeee.',
      '  - In the history, and no longer in the files: A key in b.yaml.',
      '  - A note.',
      '',
    ]);
  });

  test('a good head, of which nothing is undone', () => {
    expect(text({ state: 'good', bad: [], report: undefined, leaks: [], notes: [], walked: 1 })).toEqual([
      '✓ origin/main (eeeeeee) is good: there is nothing to undo.',
      '',
      'Walked',
      '  - 1 commit of the first-parent line, from aaaaaaa (--since) to eeeeeee, by the policy of each good',
      '    commit and that of eeeeeee.',
      '',
    ]);
  });

  test('a head that could not be judged, since the walk began, with objects that are not known', () => {
    const bad = [step(head, 0, false, 'could-not-judge')];
    const report = reportWith(
      { findings: [role, { ...role, fingerprint: 'f3' }, low, { ...low, fingerprint: 'f4' }] },
      { range: { ...range, commits: ['x'] }, notListed: 'Not listed: 3.' },
    );
    expect(
      text({
        state: 'could-not-judge',
        isJudged: false,
        bad,
        since: new Map(),
        report,
        objects: { what: 'kustomize failed', remedy: '' },
        kept: undefined,
        leaks: [],
      }).slice(0, 23),
    ).toEqual([
      '? origin/main (eeeeeee) could not be judged.',
      `Last good  ${g}`,
      '           2026-10-01  Jane Doe  Good',
      '           It is where the walk began, and was not judged itself.',
      '',
      'Not good since',
      '  eeeeeee  2026-10-01  Jane Doe  Say hello  could not be judged',
      '',
      'A return would undo  1 commit of the branch',
      '  - high rbac-widened × 2: Role a gains get.',
      '  Not listed: 3.',
      '  and 2 findings that do not block',
      '  ? The objects could not be listed: kustomize failed',
      '',
      'How to return: a branch with the files of the good commit, for review',
      `  git switch --no-track -c return-to-bbbbbbbbbbbb ${h}`,
      `  git restore --source=${g} --staged --worktree -- :/`,
      `  git commit -S -m "Return to ${g}"`,
      '',
      'Argo CD, until the branch is good again',
      '  argocd app set APP --sync-policy none',
      `  argocd app set APP --revision ${g}`,
      '  argocd app sync APP --prune',
    ]);
  });

  test('long lists are cut, and the rest of each is counted', () => {
    const many = <T>(count: number, of: (at: number) => T) => Array.from({ length: count }, (_, at) => of(at));
    const at = (count: number) =>
      text({
        bad: many(count, () => step(one, 1)),
        leaks: many(count, (each) => `leak ${each}`),
        objects: many(count, (each) => object(`o${each}`, 'added')),
        report: reportWith({
          findings: many(count, (each) => ({ ...role, message: `m${each}`, fingerprint: `f${each}` })),
          unjudged: many(count, (each) => ({ what: `w${each}`, remedy: 'r' })),
        } as object),
      }).filter((line) => line.includes(' more'));
    const more = (count: number) => `  and ${count} more: see --format json`;
    expect(at(51)).toEqual([more(31), more(1), more(41), more(1), more(41)]);
    expect(at(10)).toEqual([]);
  });
});

test('commands: none is reverted where that takes nothing away', () => {
  const of = (more: Partial<LastGood>) => returnCommands(answer(more));
  expect(of({}).revert).toEqual([`git revert --no-edit -S -m 1 ${two.id}`, `git revert --no-edit -S ${one.id}`]);
  expect(of({ bad: [step(one, 1), step(two, 1, true, 'could-not-judge')] }).revert).toEqual([]);
  expect(of({ bad: Array.from({ length: 10 }, () => step(one, 1)) }).revert).toHaveLength(10);
  expect(of({ bad: Array.from({ length: 11 }, () => step(one, 1)) }).revert).toEqual([]);
  expect(of({ bad: [step(one, 1, false)] }).revert).toEqual([]);
  expect(of({ kept: "it's" }).git[1]).toBe(
    `git restore --source=${g} --staged --worktree -- :/ ':(top,exclude)it'\\''s'`,
  );
});

describe('the last good commit as JSON', () => {
  const person = { name: 'Jane Doe', email: 'jane@example.com', time: '2026-10-01T00:00:00Z' };
  const record = (of: RawCommit) => ({
    sha: of.id,
    parents: of.parents,
    subject: of.subject,
    author: person,
    committer: person,
  });
  const json = (more: Partial<LastGood> = {}) => JSON.parse(lastGoodJson(answer(more))) as Record<string, unknown>;
  test('says all of it', () => {
    const { findings, ...rest } = json();
    expect(findings).toMatchObject([
      { fingerprint: 'f1', since: one.id },
      { fingerprint: 'f2', since: null },
    ]);
    const objects = answer().objects as readonly ObjectChange[];
    expect(rest).toEqual({
      schemaVersion: 1,
      toolVersion: version,
      command: 'last-good',
      branch: 'main',
      ref: 'origin/main',
      head: record(head),
      headState: 'blocked',
      lastGood: { ...record(good), judged: true },
      walk: { begin: first.id, why: '--since', commits: 5, policy: h },
      badCommits: [
        { ...record(one), outcome: 'blocked', brings: 1 },
        { ...record(two), outcome: 'blocked', brings: 2 },
        { ...record(head), outcome: 'blocked', brings: 0 },
      ],
      unjudged: [{ what: 'a.yaml is too large', remedy: 'Split it.' }],
      commits: 4,
      objects: objects.map((each) => ({ ...each, namespace: each.namespace ?? null })),
      objectsInAll: 3,
      leaks: ['A key in b.yaml.'],
      notes: ['A note.'],
      commands: returnCommands(answer()),
    });
  });

  test('of a good head, and where objects are not known', () => {
    const none = { findings: [], unjudged: [], commits: 0, commands: null };
    expect(json({ report: undefined })).toMatchObject(none);
    expect(json({ objects: { what: 'no kustomize', remedy: '' } })).toMatchObject({
      objects: null,
      objectsInAll: null,
      notes: ['A note.', 'no kustomize'],
    });
    const many = Array.from({ length: 5_001 }, (_, at) => object(`o${at}`, 'added'));
    const { objects, objectsInAll } = json({ objects: many }) as { objects: unknown[]; objectsInAll: number };
    expect([objects.length, objectsInAll]).toEqual([5_000, 5_001]);
  });
});

test('exit codes', () => {
  expect((['good', 'blocked', 'could-not-judge'] as const).map((state) => lastGoodExitCode({ state }))).toEqual([
    0, 1, 2,
  ]);
});

test('objects that differ between both sides, by scope and name', () => {
  const service = (name: string, more = '') =>
    `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: ns}\n${more}---\n`;
  const sides = (before: string, after: string) =>
    new Map([['s', { before: resources({ 'a.yaml': before }), after: resources({ 'b.yaml': after }) }]]);
  const of = (before: string, after: string) =>
    objectChanges(sides(before, after)).map(({ name, change, file, scope, kind, namespace }) =>
      [scope, kind, namespace, name, change, file].join(' '),
    );
  expect(of(service('b') + service('c'), service('d') + service('c', 'spec: {}\n') + service('a'))).toEqual([
    's Service ns a added b.yaml',
    's Service ns b removed a.yaml',
    's Service ns c changed b.yaml',
    's Service ns d added b.yaml',
  ]);
  expect(of(service('a', 'spec: {x: 1, y: 2}\n'), service('a', 'spec: {y: 2, x: 1}\n'))).toEqual([]);
  expect(of(service('a') + service('a'), service('a'))).toEqual(['s Service ns a changed b.yaml']);
  const embedded =
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m}\ndata:\n  a: |\n    apiVersion: v1\n    kind: Service\n    metadata: {name: x}\n';
  expect(of('', embedded)).toEqual(['s ConfigMap  m added b.yaml']);
});
