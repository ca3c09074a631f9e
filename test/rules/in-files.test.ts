import { describe, expect, test } from '@jest/globals';
import { newAutomerge } from '../../src/rules/repository/review-weakened/automerge.ts';
import { automerges } from '../../src/rules/repository/review-weakened/renovate.ts';
import { lostProtection } from '../../src/rules/repository/review-weakened/settings.ts';
import { openCode } from '../../src/rules/repository/workflow-permissions/open-code.ts';
import { findingsOf, folderOf } from '../fix/fix-of-files.ts';
import { superlinearAt } from '../growth.ts';
import { evidenceOfFolders } from './evidence.ts';

/** What is said of one file of a change, the rules of the gate's own set-up left out. */
async function said(path: string, before: string | undefined, after: string | undefined): Promise<readonly string[]> {
  const kept = { 'clusters/a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n' };
  const side = (text: string | undefined) => folderOf({ ...kept, ...(text === undefined ? {} : { [path]: text }) });
  const { evidence } = await evidenceOfFolders(side(before), side(after));
  return findingsOf(evidence)
    .filter(({ rule }) => rule !== 'gate-changed')
    .map(({ rule, severity, message }) => `${severity} ${rule} ${message}`);
}

async function says(path: string, before: string | undefined, after: string | undefined, parts: readonly string[]) {
  expect(await said(path, before, after)).toEqual(parts.map((part) => expect.stringContaining(part)));
}

describe('branches that Terraform protects', () => {
  const branch =
    'resource "github_branch_protection" "m" {\n  pattern = "main"\n  required_pull_request_reviews {\n    required_approving_review_count = 2\n    require_code_owner_reviews = true\n  }\n}\n';
  const ruleset =
    'resource "github_repository_ruleset" "m" {\n  enforcement = "active"\n  conditions {\n    ref_name {\n      include = ["~DEFAULT_BRANCH"]\n      exclude = []\n    }\n  }\n  rules {\n    non_fast_forward = true\n  }\n}\n';
  const gitlab = (type: string, lines: string) => `resource "${type}" "m" {\n${lines}}\n`;
  test.each<[string, string, string, readonly string[]]>([
    ['another branch', branch, branch.replace('"main"', '"mian"'), ['names other branches by pattern: mian']],
    ['none of it', branch, branch.replace('pattern', 'count = 0\n  pattern'), ['no longer has']],
    ['for each of nothing', branch, branch.replace('pattern', 'for_each = {}\n  pattern'), ['no longer has']],
    ['a sum', branch, branch.replace('= 2', '= 2 - 2'), ['lets an expression decide required_approving']],
    ['a negation', branch, branch.replace('= true', '= !true'), ['lets an expression decide require_code_owner']],
    ['a variable', branch, branch.replace('= 2', '= var.n'), ['lets an expression decide']],
    ['no variable any more', branch.replace('= 2', '= var.n'), branch.replace('= 2', '= 0'), ['to 0 (before: var.n)']],
    [
      'for each of an empty set',
      branch,
      branch.replace('pattern', 'for_each = toset([])\n  pattern'),
      ['no longer has'],
    ],
    [
      'as often as a variable says',
      branch,
      branch.replace('pattern', 'count = var.on ? 1 : 0\n  pattern'),
      ['lets an expression decide whether it is there'],
    ],
    [
      'a local of the file',
      `locals {\n  n = 2\n}\n${branch.replace('= 2', '= local.n')}`,
      `locals {\n  n = 0\n}\n${branch.replace('= 2', '= local.n')}`,
      ['lowers required_approving_review_count from 2 to 0'],
    ],
    [
      'the default of a variable',
      `variable "n" {\n  default = 2\n}\n${branch.replace('= 2', '= var.n')}`,
      `variable "n" {\n  default = 1\n}\n${branch.replace('= 2', '= var.n')}`,
      ['lowers required_approving_review_count from 2 to 1'],
    ],
    [
      'the default of another value',
      branch,
      `variable "n" {\n  default = 2\n}\n${branch.replace('= 2', '= var.n')}`,
      [],
    ],
    [
      'a ruleset of tags',
      `${ruleset}`.replace('{', '{\n  target = "branch"'),
      `${ruleset}`.replace('{', '{\n  target = "tag"'),
      ['sets target to tag'],
    ],
    ['more', branch, branch.replace('= 2', '= 3'), []],
    ['the same expression', branch.replace('= 2', '= var.n'), `${branch.replace('= 2', '= var.n')}# a\n`, []],
    ['a ruleset off', ruleset, ruleset.replace('"active"', '"disabled"'), ['sets enforcement to disabled']],
    ['by a function', ruleset, ruleset.replace('"active"', 'lower("DISABLED")'), ['decide enforcement']],
    ['without it', ruleset, ruleset.replace('  enforcement = "active"\n', ''), ['no longer sets enforcement']],
    ['other refs', ruleset, ruleset.replace('~DEFAULT_BRANCH', 'refs/heads/x'), ['protects 1 fewer of include']],
    ['refs left out', ruleset, ruleset.replace('= []', '= ["refs/heads/main"]'), ['exempts 1 more by exclude']],
    ['refs by a function', ruleset, ruleset.replace('= []', '= concat(local.a, [])'), ['exempts 1 more by exclude']],
    [
      'who bypasses',
      ruleset,
      ruleset.replace('  rules', '  bypass_actors {\n    actor_id = 5\n  }\n  rules'),
      ['exempts 1 more by bypass_actors'],
    ],
    [
      'v3',
      gitlab('github_branch_protection_v3', '  branch = "main"\n  enforce_admins = true\n'),
      gitlab('github_branch_protection_v3', '  branch = "main"\n'),
      ['turns enforce_admins off'],
    ],
    [
      'an approval rule',
      gitlab('gitlab_project_approval_rule', '  applies_to_all_protected_branches = true\n'),
      gitlab('gitlab_project_approval_rule', '  applies_to_all_protected_branches = false\n'),
      ['turns applies_to_all_protected_branches off'],
    ],
    [
      'committers that approve',
      gitlab('gitlab_project_level_mr_approvals', '  merge_requests_disable_committers_approval = true\n'),
      gitlab('gitlab_project_level_mr_approvals', ''),
      ['turns merge_requests_disable_committers_approval off'],
    ],
    [
      'who pushes',
      gitlab('gitlab_branch_protection', '  push_access_level = "no one"\n'),
      gitlab('gitlab_branch_protection', ''),
      ['no longer sets push_access_level (before: no one)'],
    ],
    [
      'more people who may unprotect',
      gitlab('gitlab_branch_protection', '  branch = "main"\n'),
      gitlab('gitlab_branch_protection', '  branch = "main"\n  unprotect_access_level = "developer"\n'),
      ['sets unprotect_access_level to developer (before: its default)'],
    ],
    [
      'the default, written out or not',
      gitlab('gitlab_branch_protection', '  push_access_level = "maintainer"\n'),
      gitlab('gitlab_branch_protection', '  merge_access_level = "maintainer"\n'),
      [],
    ],
    [
      'somebody who pushes',
      gitlab('gitlab_branch_protection', ''),
      gitlab('gitlab_branch_protection', '  allowed_to_push {\n    user_id = 5\n  }\n'),
      ['exempts 1 more by allowed_to_push'],
    ],
    [
      'push rules',
      gitlab('gitlab_project_push_rules', '  reject_unsigned_commits = true\n'),
      gitlab('gitlab_project_push_rules', '  reject_unsigned_commits = false\n'),
      ['turns reject_unsigned_commits off'],
    ],
    [
      'a public repository',
      gitlab('github_repository', '  visibility = "private"\n  pages {\n    branch = "a"\n  }\n'),
      gitlab('github_repository', '  visibility = "public"\n  pages {\n    branch = "b"\n  }\n'),
      ['sets visibility to public'],
    ],
    ['a repository that is gone', gitlab('github_repository', '  visibility = "private"\n'), '', []],
  ])('%s', (_, before, after, parts) => says('p.tf', before, after, parts));

  test('in JSON, and in OpenTofu’s files', async () => {
    const json = (on: boolean) =>
      JSON.stringify({ resource: [{ github_branch_protection: { m: { enforce_admins: on } } }] });
    await says('p.tf.json', json(true), json(false), ['turns enforce_admins off in github_branch_protection.m']);
    await says('p.tofu', branch, undefined, ['no longer has github_branch_protection.m']);
  });

  test('what an override file newly says is not compared with other files', async () => {
    const none = branch.replace('= 2', '= 0');
    await says('override.tf', undefined, none, ['high review-weakened override.tf newly overrides']);
    await says('a_override.tofu', branch, none, ['newly overrides github_branch_protection.m']);
    await says('a_override.tf', branch, `${branch}# a\n`, []);
    await says('a_override.tf', branch, undefined, []);
  });

  test('a resource that is in another file now is there', async () => {
    const { evidence } = await evidenceOfFolders(folderOf({ 'a.tf': branch }), folderOf({ 'b.tf': branch }));
    expect(findingsOf(evidence)).toEqual([]);
    const { evidence: weaker } = await evidenceOfFolders(
      folderOf({ 'a.tf': branch }),
      folderOf({ 'b.tf': branch.replace('= 2', '= 1') }),
    );
    expect(findingsOf(weaker).map(({ position }) => position?.file)).toEqual(['b.tf']);
    const { evidence: elsewhere } = await evidenceOfFolders(
      folderOf({ 'a.tf': branch }),
      folderOf({ 'unused/a.tf': branch }),
    );
    expect(findingsOf(elsewhere)).toMatchObject([
      { rule: 'review-weakened', message: expect.stringContaining('no longer has') },
    ]);
  });
});

describe('a long local that is used many times takes time by its length', () => {
  const local = (size: number) => `locals {\n  big = [${'"aaaaaaaa", '.repeat(size)}]\n}\n`;
  const side = (text: string) => ({ text, bytes: Buffer.from(text) }) as never;
  const protection = (name: number, lines: string) => `resource "github_branch_protection" "r${name}" {\n${lines}}\n`;
  const many = (size: number, part: (index: number) => string) =>
    Array.from({ length: size }, (_, at) => part(at)).join('');

  const touching = (file: object) => ({ touched: [file], before: new Map(), after: new Map() }) as never;

  test('in resources of an override file', () => {
    const text = (size: number) =>
      local(size) + many(size, (at) => protection(at, '  push_restrictions = local.big\n'));
    const lost = (size: number) => lostProtection(touching({ path: 'override.tf', after: side(text(size)) }));
    expect(superlinearAt(lost, 4_000)).toBeUndefined();
  });

  test.each(['contexts', 'push_restrictions'])('in %s', (key) => {
    const file = (items: string) => protection(0, `  ${key} = [${items}]\n`);
    const lost = (size: number) =>
      lostProtection(
        touching({
          path: 'a.tf',
          before: side(file('"a"')),
          after: side(local(size) + file('local.big, '.repeat(size))),
        }),
      );
    expect(superlinearAt(lost, 4_000)).toBeUndefined();
  });
});

describe('updates that merge by themselves', () => {
  const merges = 'medium review-weakened';
  const workflow = 'on: push\npermissions: {contents: read}\njobs:\n  a:\n    steps:\n      - run: a\n';
  test.each<[string, string, string | undefined, string, boolean]>([
    ['over lines', 'renovate.json', '{}', '{"automerge"\n : true}', true],
    ['with comments', '.github/renovate.json5', '{a: 1}', '{a: 1, // "\n automerge/* a */:true}', true],
    ['behind an address', 'renovate.json5', '{}', '{a: "http://x/*", automerge: true}', true],
    ['in escapes', 'renovate.json', '{}', '{"auto\\u006derge": true}', true],
    ['by a preset', 'renovate.json', '{"extends": ["a"]}', '{"extends": ["a", ":automergeMinor"]}', true],
    ['by others’ presets', '.renovaterc', '{}', '{"extends": ["github>acme/presets:automerge.json5"]}', true],
    ['in package.json', 'package.json', '{"renovate": {}}', '{"renovate": {"automerge": true}}', true],
    ['elsewhere in package.json', 'package.json', '{}', '{"config": {"automerge": true}}', false],
    [
      'for more',
      'renovate.json',
      '{"packageRules": [{"matchDepTypes": ["dev"], "automerge": true}]}',
      '{"packageRules": [{"automerge": true}]}',
      true,
    ],
    ['in JavaScript', 'renovate.config.js', undefined, 'module.exports = {\n automerge: !0,\n};\n', true],
    ['in a folder of presets', '.github/renovate/merge.json5', undefined, '{automerge: true}', true],
    ['in JSON with comments', 'renovate.jsonc', '{}', '{\n// a\n"automerge": true}', true],
    ['by a preset in a rule', 'renovate.json', '{}', '{"packageRules": [{"extends": [":automergeAll"]}]}', true],
    [
      'a preset of Renovate’s',
      'renovate.json',
      '{}',
      '{"extends": ["config:recommended", ":dependencyDashboard"]}',
      false,
    ],
    ['in what is no JSON', 'renovate.json', '{', '{"automerge": true,,', true],
    ['off', 'renovate.json', '{}', '{"extends": [":automergeDisabled"], "automerge": false}', false],
    ['elsewhere in the file', 'renovate.json', '{"automerge": true, "a": 1}', '{"a": 2,\n"automerge": true}', false],
    ['gh', '.github/workflows/a.yml', workflow, `${workflow}      - run: gh pr merge --squash "$URL"\n`, true],
    [
      'gh over lines',
      '.github/workflows/a.yml',
      workflow,
      `${workflow}      - run: |\n          gh pr \\\n            merge "$URL"\n`,
      true,
    ],
    ['approval', '.github/workflows/a.yml', workflow, `${workflow}      - run: gh pr review --approve "$URL"\n`, true],
    ['no longer', '.github/workflows/a.yml', workflow, `${workflow}      - run: gh pr merge --disable-auto 1\n`, false],
    [
      'no longer, of one',
      '.github/workflows/a.yml',
      workflow,
      `${workflow}      - run: gh pr merge "$U" --disable-auto\n`,
      false,
    ],
    [
      'and off in a comment',
      '.github/workflows/a.yml',
      workflow,
      `${workflow}      - run: gh pr merge 1 # --disable-auto\n`,
      true,
    ],
    [
      'and off in a text',
      '.github/workflows/a.yml',
      workflow,
      `${workflow}      - run: gh pr merge 1 --body --disable-auto\n`,
      true,
    ],
    ['a comment', '.github/workflows/a.yml', workflow, `${workflow}      # gh pr merge\n`, false],
    [
      'at the end of a long line that merged before',
      '.github/workflows/a.yml',
      `${workflow}      - run: test ${'a '.repeat(300)}&& gh pr merge 1\n`,
      `${workflow}      - run: test ${'a '.repeat(300)}&& gh pr merge 1 --admin\n`,
      true,
    ],
    [
      'the API',
      '.github/workflows/a.yml',
      workflow,
      `${workflow}      - run: gh api -X PUT repos/a/b/pulls/1/merge\n`,
      true,
    ],
    [
      'an action',
      '.github/workflows/a.yml',
      workflow,
      `${workflow}      - uses: fastify/github-action-merge-dependabot@v3\n`,
      true,
    ],
    [
      'folded',
      '.github/workflows/a.yml',
      workflow,
      `${workflow}      - run: >-\n          gh pr\n          merge 1\n`,
      true,
    ],
    [
      'in quotes over lines',
      '.github/workflows/a.yml',
      workflow,
      `${workflow}      - run: "gh pr\n          merge 1"\n`,
      true,
    ],
    [
      'written another way',
      '.github/workflows/a.yml',
      `${workflow}      - run: |\n          gh pr merge 1\n`,
      `${workflow}      - run: >\n          gh pr\n          merge 1\n`,
      false,
    ],
    ['GitLab', '.gitlab-ci.yml', 'a: {script: [b]}\n', 'a: {script: [b, "glab mr merge 5"]}\n', true],
    ['Mergify', '.mergify.yml', undefined, 'pull_request_rules:\n  - actions:\n      merge: {}\n', true],
    ['Mergify in flow style', '.mergify.yml', undefined, 'pull_request_rules: [{actions: {"merge": {}}}]\n', true],
    ['Bulldozer in flow style', '.bulldozer.yml', undefined, '{version: 1, merge: {trigger: {labels: [a]}}}\n', true],
    ['Kodiak', '.kodiak.toml', undefined, '[merge]\nautomerge_label = "a"\n', true],
  ])('%s', async (_, path, before, after, isFound) => {
    expect(await said(path, before, after)).toEqual(isFound ? [expect.stringContaining(merges)] : []);
  });

  test('presets of others are not read', async () => {
    const by = (name: string) => `{"extends": ["config:recommended", "${name}"]}`;
    const old = by('config:recommended');
    await says(
      'renovate.json',
      old,
      by('github>acme/presets'),
      ['low review-weakened', 'github>acme/presets'].slice(0, 1),
    );
    await says('renovate.json', old, by('local>acme/a'), ['newly takes settings from local>acme/a']);
    await says('renovate.json', by('github>acme/presets#1'), by('github>acme/presets#2'), []);
  });

  test('the line is that of what is new', () => {
    expect(automerges('renovate.json', '{\n "extends": [\n  "config:base",\n  ":automergeMinor"\n ]\n}')).toMatchObject(
      [{ line: 4 }],
    );
    const side = (text: string) => ({ text, bytes: Buffer.from(text) }) as never;
    const [found] = newAutomerge({
      path: '.github/workflows/a.yml',
      before: side('a\n'),
      after: side('a\nb\n  gh pr \\\n merge\n'),
    } as never);
    expect(found?.line).toBe(3);
  });

  test.each([
    ['"'],
    ['"\\'],
    ["'"],
    ['/*'],
    ['// '],
    [':'],
    ['\\u0061'],
    ['{'],
    ['automerge '],
    ['":automerge'],
    ['a:\n'],
  ])('%j again and again takes time by its length', (part) => {
    expect(superlinearAt((size) => automerges('renovate.js', part.repeat(size)), 20_000)).toBeUndefined();
  });
});

test('many presets below a long name take time by their length', () => {
  const text = (size: number) =>
    JSON.stringify({
      matchPackageNames: ['a'.repeat(size * 10)],
      extends: Array.from({ length: size }, (_, index) => `:automerge${index}`),
      packageRules: { ['b'.repeat(size * 10)]: Array.from({ length: size }, () => ({ automerge: true })) },
    });
  const keys = automerges('renovate.json', text(2_000)).map(({ key }) => key.length);
  expect(keys).toHaveLength(4_000);
  expect(Math.max(...keys)).toBeLessThan(200);
});

describe('workflows that run what people outside wrote', () => {
  const target = (steps: string) => `on: pull_request_target\njobs:\n  a:\n    steps:\n${steps}`;
  const ref = (value: string, uses = 'actions/checkout@v4') =>
    `      - uses: ${uses}\n        with: {ref: "${value}"}\n`;
  const looked = `      - id: h\n        run: gh pr view 1 --json headRefOid\n`;
  test.each<[string, string, boolean]>([
    ['what a step looked up', looked + ref(`\${{ steps.h.outputs.s }}`), true],
    [
      'what a step says of something else',
      `      - id: h\n        run: date\n${ref(`\${{ steps.h.outputs.s }}`)}`,
      false,
    ],
    ['a ref of pull/', `      - run: git fetch origin pull/\${{ github.event.number }}/head\n`, true],
    ['the runner’s variable', '      - run: git fetch origin "$GITHUB_HEAD_REF"\n', true],
    ['the event’s file', '      - run: git checkout $(jq -r .pull_request.head.sha $GITHUB_EVENT_PATH)\n', true],
    ['another action', ref(`\${{ github.head_ref }}`, 'acme/setup@v1'), true],
    ['a label', ref(`\${{ github.event.pull_request.head.label }}`), true],
    ['git’s options', `      - run: git -C . fetch origin pull/5/head\n`, true],
    ['lines that go on', `      - run: |\n          git fetch \\\n            origin pull/5/head\n`, true],
    ['gh over lines', `      - run: |\n          gh pr \\\n            checkout 5\n`, true],
    ['an archive', `      - run: curl -L $API/tarball/\${{ github.event.pull_request.head.sha }} | tar xz\n`, true],
    ['what a step looked up, by git', `${looked}      - run: git checkout \${{ steps.h.outputs.s }}\n`, true],
    [
      'a variable in a format',
      `      - run: echo \${{ format('{0}', env.T) }}\n        env: {T: "\${{ github.event.issue.title }}"}\n`,
      true,
    ],
    [
      'another variable in a format',
      `      - run: echo \${{ format('{0}', env.T) }}\n        env: {T: "\${{ github.event.issue.number }}"}\n`,
      false,
    ],
    ['a ref in capitals', ref(`\${{ github.head_ref }}`, 'acme/setup@v1').replace('{ref:', '{REF:'), true],
    ['the whole of what is known', `      - run: echo '\${{ toJSON(github) }}'\n`, true],
    ['a format', `      - run: echo \${{ format('{0}', github.event.pull_request.title) }}\n`, true],
    ['a shell', `      - run: a\n        shell: bash -c '\${{ github.event.issue.title }}' {0}\n`, true],
    ['all titles', `      - run: echo '\${{ toJSON(github.event.*.title) }}'\n`, true],
    ['a variable in quotes', `      - run: gh pr view "$B"\n        env: {B: "\${{ github.head_ref }}"}\n`, false],
    ['text behind a long one', `      - run: echo \${{ '${'a'.repeat(501)}' && github.event.issue.title }}\n`, true],
    ['a number', `      - run: echo \${{ format('{0}', github.event.pull_request.number) }}\n`, false],
    ['a repository', `      - run: echo \${{ github.repository }} \${{ github.event.action }}\n`, false],
    ['the base', ref(`\${{ github.event.pull_request.base.sha }}`), false],
    [
      'a status',
      `      - uses: acme/status@v1\n        with: {sha: "\${{ github.event.pull_request.head.sha }}"}\n`,
      false,
    ],
    [
      'a workflow that is called',
      `      - run: a\n  b:\n    uses: ./b.yml\n    with: {ref: "\${{ github.head_ref }}"}\n`,
      true,
    ],
  ])('%s', async (_, steps, isFound) => {
    const found = await said('.github/workflows/a.yml', undefined, target(steps));
    expect(found).toEqual(isFound ? [expect.stringContaining('high workflow-permissions')] : []);
  });
});

test('what a long command newly runs is found behind what it ran before', async () => {
  const file = (more: string) => {
    const run = `echo \${{ github.event.issue.title }} ${'a'.repeat(600)}${more}`;
    return `on: issues\npermissions: {contents: read}\njobs:\n  a:\n    steps:\n      - run: ${run}\n`;
  };
  const newly = await said('.github/workflows/a.yml', file(''), file(` \${{ github.event.issue.body }}`));
  expect(newly).toEqual([expect.stringContaining('high workflow-permissions')]);
  expect(await said('.github/workflows/a.yml', file(''), `${file('')}      - run: date\n`)).toEqual([]);
});

test.each([[`\${{'`], [`\${{'a'`], [`\${{`], [`'`]])('commands of many %j take time by their length', (part) => {
  const risks = (size: number) => [
    ...openCode(undefined, { on: 'issues', jobs: { a: { steps: [{ run: `\${{ ${part.repeat(size)}` }] } } }),
  ];
  expect(superlinearAt(risks, 20_000)).toBeUndefined();
});

describe('local actions and workflows', () => {
  const head = `- uses: actions/checkout@v4\n      with: {ref: "\${{ github.event.pull_request.head.sha }}"}`;
  const action = (step: string) => `runs:\n  using: composite\n  steps:\n    ${step}\n`;
  const harmless = action('- {run: date, shell: bash}');
  const caller = (use: string, event = 'pull_request_target') =>
    `on: ${event}\npermissions: {contents: read}\njobs:\n  a:\n    steps:\n      - ${use}\n`;
  const workflow = '.github/workflows/t.yml';
  const ofFiles = async (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>) => {
    const { evidence } = await evidenceOfFolders(folderOf(before), folderOf(after));
    return findingsOf(evidence).flatMap(({ rule, severity, message, position }) =>
      rule === 'workflow-permissions' ? `${position?.file}:${position?.line} ${severity} ${message}` : [],
    );
  };

  test.each<[string, string, string, string, string]>([
    ['an action', 'a/action.yml', caller('uses: ./a'), harmless, action(head)],
    ['over another folder', 'a/action.yml', caller('uses: ./b/..//a'), harmless, action(head)],
    ['of .yaml', 'a/b/action.yaml', caller('uses: ./a/b/'), harmless, action(head)],
    [
      'a workflow',
      '.github/workflows/r.yml',
      'on: pull_request_target\njobs:\n  a:\n    uses: ./.github/workflows/r.yml\n',
      'on: workflow_call\njobs:\n  b:\n    steps: []\n',
      `on: workflow_call\njobs:\n  b:\n    steps:\n    ${head}\n`,
    ],
    [
      'with what it is given',
      'a/action.yml',
      caller(`{uses: ./a, with: {t: "\${{ github.event.issue.title }}"}}`, 'issues'),
      harmless,
      action(`- {run: "echo \${{ inputs.t }}", shell: bash}`),
    ],
    [
      'with what it is given in other letters',
      'a/action.yml',
      caller(`{uses: ./a, with: {Text: "\${{ github.event.issue.title }}"}}`, 'issues'),
      harmless,
      action(`- {run: "echo \${{ inputs.tEXT }}", shell: bash}`),
    ],
  ])('%s of an unchanged caller', async (_, path, call, before, after) => {
    const found = await ofFiles({ [workflow]: call, [path]: before }, { [workflow]: call, [path]: after });
    expect(found).toEqual([expect.stringMatching(`^${path}:\\d high ${workflow} newly .* \\(by ${path}\\)`)]);
    const closed = call.replace(/pull_request_target|issues/, 'pull_request');
    expect(await ofFiles({ [workflow]: closed, [path]: before }, { [workflow]: closed, [path]: after })).toEqual([]);
    expect(await ofFiles({ [workflow]: call, [path]: after }, { [workflow]: call, [path]: `${after}# a\n` })).toEqual(
      [],
    );
  });

  test('a call that is new is found where it is', async () => {
    const files = { 'a/action.yml': action(head) };
    const found = await ofFiles(
      { ...files, [workflow]: caller('run: a') },
      { ...files, [workflow]: caller('uses: ./a') },
    );
    expect(found).toEqual([expect.stringMatching(/^\.github\/workflows\/t\.yml:6 high .* newly checks out/)]);
  });

  test('an action that is called twice runs with what is in the environment of each call', async () => {
    const call = (ref: string) => `uses: ./a\n        env: {REF: "${ref}"}`;
    const files = {
      'a/action.yml': action('- {uses: ./b}'),
      'b/action.yml': action(`- {run: 'git fetch origin "$REF"', shell: bash}`),
    };
    const found = await ofFiles(
      { ...files, [workflow]: caller(call('main')) },
      { ...files, [workflow]: caller(`${call('main')}\n      - ${call(`\${{ github.head_ref }}`)}`) },
    );
    expect(found).toEqual([expect.stringContaining('newly checks out')]);
  });

  test('calls have an end', async () => {
    const self = action('- {uses: ./a}');
    expect(
      await ofFiles(
        { [workflow]: caller('uses: ./a'), 'a/action.yml': harmless },
        { [workflow]: caller('uses: ./a'), 'a/action.yml': self },
      ),
    ).toEqual([]);
    const more = action(`- {uses: ./a, with: {t: "\${{ inputs.t }}x"}}`);
    const found = await ofFiles(
      { [workflow]: caller('{uses: ./a, with: {t: x}}'), 'a/action.yml': harmless },
      { [workflow]: caller('{uses: ./a, with: {t: x}}'), 'a/action.yml': more },
    );
    expect(found).toEqual([expect.stringContaining('newly calls more local actions and workflows than are read')]);
  });
});

describe('settings of a repository', () => {
  const branch = (users: string) =>
    `branches:\n  - name: main\n    protection:\n      restrictions: {users: ${users}, teams: []}\n`;
  test.each<[string, string, string, readonly string[]]>([
    ['somebody who may push', branch('[]'), branch('[m]'), ['exempts 1 more by users for main']],
    ['nobody', branch('[m]'), branch('[]'), []],
    ['another base', branch('[]'), `_extends: evil\n${branch('[]')}`, ['takes settings by _extends from "evil"']],
    ['no base', `_extends: org\n${branch('[]')}`, branch('[]'), ['high review-weakened']],
    [
      'a collaborator who is an admin',
      'collaborators: [{username: a, permission: pull}]\n',
      'collaborators: [{username: A, permission: pull}, {username: m, permission: admin}]\n',
      ['gives m the permission admin.'],
    ],
    [
      'a team that may write',
      'teams: [{name: a, permission: pull}]\n',
      'teams: [{name: a}]\n',
      ['gives a the permission push.'],
    ],
    ['a permission of another name', 'teams: []\n', 'teams: [{name: a, permission: all}]\n', ['high review-weakened']],
    [
      'less than before, and who reads',
      'teams: [{name: a, permission: admin}]\n',
      'teams: [{name: b, permission: triage}, {name: a, permission: maintain}]\n',
      [],
    ],
    ['the same base', `_extends: org\n${branch('[]')}`, `_extends: org\n${branch('[]')}# a\n`, []],
  ])('%s', (_, before, after, parts) => says('.github/settings.yml', before, after, parts));
});

test('a new settings file is looked at for whom it lets in', async () => {
  const found = await said('.github/settings.yml', undefined, 'teams: [{name: a, permission: admin}]\nbranches: []\n');
  expect(found).toEqual([expect.stringContaining('gives a the permission admin')]);
});

describe('submodules', () => {
  const file = (url: string, begin = '[submodule "a"]\n') => `${begin}\tpath = a\n\turl = ${url}\n`;
  test.each<[string, string | undefined, string, readonly string[]]>([
    ['from https to http', file('https://x.test/a'), file('http://x.test/a'), ['high deploy-authority-widened']],
    [
      'a new one',
      undefined,
      file('git://x.test/a'),
      ['medium deploy-authority-widened The submodule a newly comes over git,'],
    ],
    ['on the line of its section', undefined, '[Submodule "a"] URL = "HTTP://x.test/a"\n', ['medium deploy']],
    ['https, ssh and relative ones', undefined, file('https://x/a') + file('../b', '[submodule "b"]\n'), []],
    ['that were so', file('http://x.test/a'), file('http://x.test/b'), []],
    ['in the old form', undefined, '[submodule.a]\n\turl = http://x.test/a\n', ['medium deploy']],
    ['over lines', undefined, file('ht\\\ntp://x.test/a'), ['medium deploy']],
    ['behind a comment', undefined, '[submodule "a"]\n# \\\n\turl = http://x.test/a\n', ['medium deploy']],
    ['behind a backslash', undefined, '[submodule "a"]\n\tpath = a\\\\\n\turl = http://x.test/a\n', ['medium deploy']],
    ['what is no submodule', undefined, '[remote "a"]\n\turl = http://x.test/a\n', []],
  ])('%s', (_, before, after, parts) => says('.gitmodules', before, after, parts));

  test('only those of the file at the top', () => says('vendor/.gitmodules', undefined, file('git://x.test/a'), []));
});
