import { describe, expect, test } from '@jest/globals';
import type { FileSide, TouchedFile } from '../../src/kube/touched-file.ts';
import { newAccess } from '../../src/rules/repository/review-weakened/access.ts';
import { newAutomerge } from '../../src/rules/repository/review-weakened/automerge.ts';
import { protectionLosses } from '../../src/rules/repository/review-weakened/protection.ts';
import { automerges, isRenovate } from '../../src/rules/repository/review-weakened/renovate.ts';
import type { ReviewLoss } from '../../src/rules/repository/review-weakened/review-loss.ts';
import { lostProtection } from '../../src/rules/repository/review-weakened/settings.ts';
import { jsonResources, terraformResources } from '../../src/rules/repository/review-weakened/terraform.ts';
import { yaml } from '../admission/said.ts';

type Row = readonly [name: string, before: string, after: string, ...said: string[]];

describe('what settings of branches protect less', () => {
  test.each<Row>([
    [
      'what is turned off',
      '{enforce_admins: true, allow_force_pushes: false}',
      '{enforce_admins: false, allow_force_pushes: true}',
      'high enforce_admins: turns enforce_admins off [enforce_admins]',
      'high allow_force_pushes: turns allow_force_pushes on [allow_force_pushes]',
    ],
    [
      'what is gone',
      '{required_signatures: true, allow_deletions: false}',
      '{}',
      'high required_signatures: turns required_signatures off [required_signatures]',
    ],
    ['what is null', '{strict: true}', '{strict: null}', 'high strict: turns strict off [strict]'],
    [
      'what is text',
      '{strict: "true", allow_deletions: "false"}',
      '{strict: "false", allow_deletions: "true"}',
      'high strict: turns strict off [strict]',
      'high allow_deletions: turns allow_deletions on [allow_deletions]',
    ],
    [
      'what was off',
      '{enforce_admins: false, allow_force_pushes: true}',
      '{enforce_admins: null, allow_force_pushes: true}',
    ],
    [
      'what is turned on',
      '{enforce_admins: false, allow_force_pushes: true}',
      '{enforce_admins: true, allow_force_pushes: false}',
    ],
    [
      'what is newly allowed',
      '{}',
      '{allow_deletions: true, strict: false}',
      'high allow_deletions: turns allow_deletions on [allow_deletions]',
    ],
    [
      'an expression in place of it',
      '{strict: true, allow_deletions: false}',
      '{strict: var.a, allow_deletions: var.b}',
      'high strict: lets an expression decide strict, which was not compared (before: true) [strict]',
      'high allow_deletions: lets an expression decide allow_deletions, which was not compared (before: false) [allow_deletions]',
    ],
    [
      'an expression that was there',
      '{strict: var.a, allow_deletions: var.b}',
      '{strict: var.a, allow_deletions: var.b}',
    ],
    [
      'another expression',
      '{strict: var.a, allow_deletions: var.a}',
      '{strict: var.b, allow_deletions: var.b}',
      'high strict: lets an expression decide strict, which was not compared (before: var.a) [strict]',
      'high allow_deletions: lets an expression decide allow_deletions, which was not compared (before: var.a) [allow_deletions]',
    ],
    [
      'true in place of an expression',
      '{strict: var.a, allow_deletions: var.a}',
      '{strict: true, allow_deletions: false}',
    ],
    [
      'false in place of an expression',
      '{strict: var.a, allow_deletions: var.a}',
      '{strict: false, allow_deletions: true}',
      'high strict: turns strict off [strict]',
      'high allow_deletions: turns allow_deletions on [allow_deletions]',
    ],
    [
      'an expression where nothing was',
      '{}',
      '{allow_deletions: var.a, strict: var.a}',
      'high allow_deletions: lets an expression decide allow_deletions, which was not compared (before: nothing) [allow_deletions]',
    ],
    [
      'what protects as a block',
      '{deletion: {strict: true}}',
      '{deletion: {strict: false}}',
      'high deletion.strict: turns strict off [deletion; strict]',
    ],
    [
      'what protects as a list',
      '{private: [{name: a, strict: true}]}',
      '{private: [{name: a}]}',
      'high private.0.strict: turns strict off [private; a; strict]',
    ],
    [
      'fewer approvals',
      '{required_approving_review_count: 2}',
      '{required_approving_review_count: 1}',
      'high required_approving_review_count: lowers required_approving_review_count from 2 to 1 [required_approving_review_count]',
    ],
    [
      'no approvals',
      '{approvals_required: 1}',
      '{}',
      'high approvals_required: lowers approvals_required from 1 to 0 [approvals_required]',
    ],
    ['more approvals', '{required_approvals: 1}', '{required_approvals: 2}'],
    ['first approvals', '{}', '{required_approvals: 1}'],
    [
      'approvals by an expression',
      '{required_approvals: 1}',
      '{required_approvals: var.a}',
      'high required_approvals: lets an expression decide required_approvals, which was not compared (before: 1) [required_approvals]',
    ],
    ['by an expression where none were', '{required_approvals: 0}', '{required_approvals: var.a}'],
    ['by the same expression', '{required_approvals: var.a}', '{required_approvals: var.a}'],
    [
      'by another expression',
      '{required_approvals: var.a}',
      '{required_approvals: var.b}',
      'high required_approvals: lets an expression decide required_approvals, which was not compared (before: var.a) [required_approvals]',
    ],
    ['approvals in place of an expression', '{required_approvals: var.a}', '{required_approvals: 1}'],
    [
      'none in place of an expression',
      '{required_approvals: var.a}',
      '{required_approvals: 0}',
      'high required_approvals: sets required_approvals to 0 (before: var.a) [required_approvals]',
    ],
    ['fewer checks', '{contexts: [a, b]}', '{contexts: [b]}', 'high contexts: demands 1 fewer of contexts [contexts]'],
    ['no checks', '{checks: [{context: a}, {context: b}]}', '{}', 'high checks: demands 2 fewer of checks [checks]'],
    ['checks in another order', '{contexts: [a, b]}', '{contexts: [b, a, c]}'],
    ['checks as mappings', '{checks: [{context: a, app_id: 1}]}', '{checks: [{app_id: 1, context: a}]}'],
    [
      'a block of checks',
      '{required_status_checks: [{strict: true}]}',
      '{required_status_checks: [{strict: false}]}',
      'high required_status_checks.0.strict: turns strict off [required_status_checks; 0; strict]',
    ],
    [
      'fewer branches',
      '{include: [main, dev]}',
      '{include: [dev]}',
      'high include: protects 1 fewer of include [include]',
    ],
    [
      'no branches',
      '{protected_branch_ids: [1, 2]}',
      '{protected_branch_ids: []}',
      'high protected_branch_ids: protects 2 fewer of protected_branch_ids [protected_branch_ids]',
    ],
    ['branches where none were', '{include: []}', '{include: [a]}'],
    [
      'another pattern',
      '{pattern: main}',
      '{pattern: dev}',
      'high pattern: names other branches by pattern: dev (before: main) [pattern]',
    ],
    [
      'no branch',
      '{branch: main}',
      '{}',
      'high branch: names other branches by branch: nothing (before: main) [branch]',
    ],
    ['a first pattern', '{pattern: ""}', '{pattern: main}'],
    ['the same pattern', '{pattern: main}', '{pattern: main}'],
    [
      'who is exempt',
      '{bypass_actors: [a]}',
      '{bypass_actors: [a, b, c]}',
      'high bypass_actors: exempts 2 more by bypass_actors [bypass_actors]',
    ],
    [
      'by other names of it',
      '{}',
      '{force_push_bypassers: [a], x_bypass_allowances: [a], push_allowances: [a], push_restrictions: [a], allowed_to_push: [a], allowed_to_merge: [a], allowed_to_unprotect: [a], exclude: [a]}',
      'high force_push_bypassers: exempts 1 more by force_push_bypassers [force_push_bypassers]',
      'high x_bypass_allowances: exempts 1 more by x_bypass_allowances [x_bypass_allowances]',
      'high push_allowances: exempts 1 more by push_allowances [push_allowances]',
      'high push_restrictions: exempts 1 more by push_restrictions [push_restrictions]',
      'high allowed_to_push: exempts 1 more by allowed_to_push [allowed_to_push]',
      'high allowed_to_merge: exempts 1 more by allowed_to_merge [allowed_to_merge]',
      'high allowed_to_unprotect: exempts 1 more by allowed_to_unprotect [allowed_to_unprotect]',
      'high exclude: exempts 1 more by exclude [exclude]',
    ],
    [
      'names that only look so',
      '{}',
      '{xpush_allowances: [a], push_allowancesx: [a], allowed_to_see: [a], bypass: [a]}',
    ],
    ['who is exempt no longer', '{bypass_actors: [a, b]}', '{bypass_actors: [b]}'],
    [
      'by an expression',
      '{bypass_actors: [a]}',
      '{bypass_actors: var.a}',
      'high bypass_actors: exempts 1 more by bypass_actors [bypass_actors]',
    ],
    ['by nobody', '{bypass_actors: [a]}', '{bypass_actors: null}'],
    [
      'by lists in a mapping',
      '{bypass_pull_request_allowances: {users: [a]}}',
      '{bypass_pull_request_allowances: {users: [a, b], teams: [c]}}',
      'high bypass_pull_request_allowances: exempts 2 more by bypass_pull_request_allowances [bypass_pull_request_allowances]',
    ],
    [
      'who may push',
      '{restrictions: {users: [a], teams: [], apps: []}}',
      '{restrictions: {users: [a, b], teams: [c], apps: [d], others: [e]}}',
      'high restrictions.users: exempts 1 more by users [restrictions; users]',
      'high restrictions.teams: exempts 1 more by teams [restrictions; teams]',
      'high restrictions.apps: exempts 1 more by apps [restrictions; apps]',
    ],
    ['users of something else', '{other: {users: [a]}}', '{other: {users: [a, b]}}'],
    [
      'less is enforced',
      '{enforcement: active, visibility: private, visibility_level: internal, target: branch}',
      '{enforcement: evaluate, visibility: public, visibility_level: public, target: tag}',
      'high enforcement: sets enforcement to evaluate (before: active) [enforcement]',
      'high visibility: sets visibility to public (before: private) [visibility]',
      'high visibility_level: sets visibility_level to public (before: internal) [visibility_level]',
      'high target: sets target to tag (before: branch) [target]',
    ],
    ['more is enforced', '{enforcement: disabled, visibility: public}', '{enforcement: active, visibility: internal}'],
    [
      'enforced by an expression',
      '{enforcement: active}',
      '{enforcement: var.a}',
      'high enforcement: lets an expression decide enforcement, which was not compared (before: active) [enforcement]',
    ],
    ['the least by an expression', '{enforcement: disabled}', '{enforcement: var.a}'],
    [
      'the least in place of an expression',
      '{enforcement: var.a}',
      '{enforcement: disabled}',
      'high enforcement: sets enforcement to disabled (before: var.a) [enforcement]',
    ],
    ['the most in place of an expression', '{enforcement: var.a}', '{enforcement: active}'],
    [
      'who may push by a level',
      '{push_access_level: admin}',
      '{push_access_level: developer}',
      'high push_access_level: sets push_access_level to developer (before: admin) [push_access_level]',
    ],
    [
      'the default level',
      '{merge_access_level: no one}',
      '{}',
      'high merge_access_level: no longer sets merge_access_level (before: no one) [merge_access_level]',
    ],
    [
      'a lower level than the default',
      '{}',
      '{unprotect_access_level: developer}',
      'high unprotect_access_level: sets unprotect_access_level to developer (before: its default) [unprotect_access_level]',
    ],
    ['a higher level than the default', '{}', '{unprotect_access_level: admin}'],
    ['the default in place of a lower level', '{push_access_level: developer}', '{}'],
    [
      'blocks that are gone',
      '{protection: {a: 1}, required_pull_request_reviews: {a: 1}, restrictions: {}, pull_request: [{a: 1}]}',
      '{restrictions: null, pull_request: []}',
      'high protection: no longer has protection [protection]',
      'high required_pull_request_reviews: no longer has required_pull_request_reviews [required_pull_request_reviews]',
      'high restrictions: no longer has restrictions [restrictions]',
      'high pull_request: no longer has pull_request [pull_request]',
    ],
    [
      'blocks that are still there',
      '{protection: {a: 1}, pull_request: [{a: 1}]}',
      '{protection: {b: 1}, pull_request: [{b: 1}]}',
    ],
    ['other blocks', '{other: {a: 1}}', '{}'],
    [
      'deep inside',
      '{a: {b: {strict: true}}}',
      '{a: {b: {strict: false}}}',
      'high a.b.strict: turns strict off [a; b; strict]',
    ],
    [
      'what is no mapping any more',
      '{a: {b: {strict: true}}}',
      '{a: x}',
      'high a.b.strict: turns strict off [a; b; strict]',
    ],
    [
      'items by their names',
      '{branches: [{name: main, protection: {enforce_admins: true}}, {name: dev, protection: {strict: true}}]}',
      '{branches: [{name: dev, protection: {strict: false}}, {name: main, protection: {enforce_admins: true}}]}',
      'high branches.0.protection.strict: turns strict off [branches; dev; protection; strict]',
    ],
    [
      'an item that is gone',
      '{branches: [{name: main, protection: {enforce_admins: true}}, {name: dev, x: 1}]}',
      '{branches: []}',
      'high branches: no longer protects main [branches; main; gone]',
    ],
    [
      'rules by their types',
      '{rules: [{type: deletion}, {type: pull_request, parameters: {required_approving_review_count: 2}}]}',
      '{rules: [{type: pull_request, parameters: {required_approving_review_count: 1}}]}',
      'high rules: no longer protects deletion [rules; deletion; gone]',
      'high rules.0.parameters.required_approving_review_count: lowers required_approving_review_count from 2 to 1 [rules; pull_request; parameters; required_approving_review_count]',
    ],
    [
      'items by patterns and branches',
      '{a: [{pattern: x, strict: true}, {branch: y, strict: true}]}',
      '{a: [{branch: y, strict: false}, {pattern: x, strict: false}]}',
      'high a.1.strict: turns strict off [a; x; strict]',
      'high a.0.strict: turns strict off [a; y; strict]',
    ],
    [
      'items without a name',
      '{a: [{strict: true}, {strict: true}]}',
      '{a: [{strict: true}]}',
      'high a: no longer protects 1 [a; 1; gone]',
    ],
    ['items that are no mappings', '{a: [x, y]}', '{a: []}'],
  ])('%s', (_, before, after, ...expected) => {
    const found = protectionLosses(yaml(before), yaml(after));
    expect(
      found.map(({ path, what, severity, code }) => `${severity} ${path.join('.')}: ${what} [${code.join('; ')}]`),
    ).toEqual(expected);
  });

  test.each<Row>([
    [
      'a new collaborator',
      '{}',
      '{collaborators: [{username: A, permission: push}]}',
      'medium collaborators.0: gives a the permission push [collaborators; a; push]',
    ],
    [
      'by GitHub’s default',
      '{}',
      '{teams: [{name: t}]}',
      'medium teams.0: gives t the permission push [teams; t; push]',
    ],
    [
      'who reads only',
      '{}',
      '{collaborators: [{username: a, permission: pull}, {username: b, permission: triage}, {username: c, permission: READ}, {username: d, permission: none}]}',
    ],
    [
      'more for one',
      '{collaborators: [{username: a, permission: write}]}',
      '{collaborators: [{username: x, permission: pull}, {username: A, permission: maintain}]}',
      'medium collaborators.1: gives a the permission maintain [collaborators; a; maintain]',
    ],
    [
      'as much for one',
      '{collaborators: [{username: a, permission: admin}]}',
      '{collaborators: [{username: a, permission: push}, {username: a, permission: admin}]}',
    ],
    [
      'everything',
      '{}',
      '{teams: [{name: t, permission: admin}]}',
      'high teams.0: gives t the permission admin [teams; t; admin]',
    ],
    [
      'a permission that nobody knows',
      '{}',
      '{teams: [{name: t, permission: own}]}',
      'high teams.0: gives t the permission own [teams; t; own]',
    ],
    [
      'a permission of a name that all have',
      '{}',
      '{teams: [{name: t, permission: constructor}]}',
      'high teams.0: gives t the permission constructor [teams; t; constructor]',
    ],
    ['less', '{teams: [{name: t, permission: admin}]}', '{teams: [{name: t, permission: maintain}]}'],
  ])('who may write: %s', (_, before, after, ...expected) => {
    const found = newAccess(yaml(before), yaml(after));
    expect(
      found.map(({ path, what, severity, code }) => `${severity} ${path.join('.')}: ${what} [${code.join('; ')}]`),
    ).toEqual(expected);
    expect(newAccess(yaml(before), undefined)).toEqual([]);
  });
});

const side = (text: string): FileSide => ({ text, bytes: Buffer.from(text) }) as FileSide;
const touched = (path: string, before: string | undefined, after: string | undefined): TouchedFile =>
  ({
    path,
    ...(before === undefined ? {} : { before: side(before) }),
    ...(after === undefined ? {} : { after: side(after) }),
  }) as TouchedFile;
const lossText = ({ file, line, removedAt, what, severity, code }: ReviewLoss) =>
  `${severity} ${file}:${line ?? '-'}${removedAt === undefined ? '' : ` < ${removedAt.file}:${removedAt.line}`}: ${what} [${code.join('; ')}]`;

describe('settings of the repository that are files of it', () => {
  const lost = (files: readonly TouchedFile[], others: readonly string[] = []) => {
    const paths = (which: 'before' | 'after') =>
      new Map([...others, ...files.filter((each) => each[which]).map(({ path }) => path)].map((path) => [path, 1]));
    return lostProtection({ touched: files, before: paths('before'), after: paths('after') }).map(lossText);
  };
  const settings = '.github/settings.yml';
  const main = (value: string) => `branches:\n  - name: main\n    protection:\n      enforce_admins: ${value}\n`;
  test.each<readonly [string, string, string | undefined, string | undefined, ...string[]]>([
    [
      'a branch',
      settings,
      main('true'),
      main('false'),
      'high .github/settings.yml:4 < .github/settings.yml:4: turns enforce_admins off for main [settings; branches; main; protection; enforce_admins]',
    ],
    [
      'a suborg',
      '.github/suborgs/a.yaml',
      main('true'),
      main('false'),
      'high .github/suborgs/a.yaml:4 < .github/suborgs/a.yaml:4: turns enforce_admins off for main [settings; branches; main; protection; enforce_admins]',
    ],
    [
      'a repository',
      '.github/repos/a.yml',
      main('true'),
      main('false'),
      'high .github/repos/a.yml:4 < .github/repos/a.yml:4: turns enforce_admins off for main [settings; branches; main; protection; enforce_admins]',
    ],
    ['another file', '.github/repos/a/b.yml', main('true'), main('false')],
    ['settings elsewhere', 'x/.github/settings.yml', main('true'), main('false')],
    ['settings of another kind', '.github/settings.yml.bak', main('true'), main('false')],
    [
      'a file that is gone',
      settings,
      main('true'),
      undefined,
      'high .github/settings.yml:- < .github/settings.yml:1: no longer protects main [settings; branches; main; gone]',
    ],
    [
      'a file that cannot be read any more',
      settings,
      main('true'),
      'a: [',
      'high .github/settings.yml:1: could not be read any more: what it protects was not compared [settings; unread]',
    ],
    ['a file that could not be read before', settings, 'a: [', main('false')],
    [
      'a new file',
      settings,
      undefined,
      `${main('false')}collaborators:\n  - {username: a, permission: admin}\n`,
      'high .github/settings.yml:6: gives a the permission admin [settings; collaborators; a; admin]',
    ],
    [
      'a team',
      settings,
      'teams: []\n',
      'teams:\n  - {name: t, permission: admin}\n',
      'high .github/settings.yml:2 < .github/settings.yml:1: gives t the permission admin [settings; teams; t; admin]',
    ],
    [
      'settings from elsewhere',
      settings,
      '_extends: a\n',
      'x: 1\n_extends: b\n',
      'high .github/settings.yml:2 < .github/settings.yml:1: takes settings by _extends from "b", which was not compared (before: "a") [settings; _extends]',
    ],
    [
      'settings from nowhere',
      settings,
      '_extends: a\n',
      'x: 1\n',
      'high .github/settings.yml:1 < .github/settings.yml:1: takes settings by _extends from "", which was not compared (before: "a") [settings; _extends]',
    ],
    [
      'first settings from elsewhere',
      settings,
      'x: 1\n',
      '_extends: b\n',
      'high .github/settings.yml:1 < .github/settings.yml:1: takes settings by _extends from "b", which was not compared (before: "") [settings; _extends]',
    ],
  ])('%s', (_, path, before, after, ...expected) => {
    expect(lost([touched(path, before, after)])).toEqual(expected);
  });

  const resource = (type: string, name: string, body: string) => `resource "${type}" "${name}" {\n${body}\n}\n`;
  const protection = (body: string) => resource('github_branch_protection', 'main', body);
  test.each<readonly [string, string | undefined, string | undefined, ...string[]]>([
    [
      'a setting',
      protection('  enforce_admins = true'),
      `\n${protection('  enforce_admins = false')}`,
      'high infra/main.tf:2 < infra/main.tf:1: turns enforce_admins off in github_branch_protection.main [terraform; github_branch_protection.main; enforce_admins]',
    ],
    [
      'two settings',
      protection('  enforce_admins = true\n  allows_deletions = false'),
      protection('  enforce_admins = false\n  allows_deletions = true'),
      'high infra/main.tf:1 < infra/main.tf:1: turns enforce_admins off, turns allows_deletions on in github_branch_protection.main [terraform; github_branch_protection.main; enforce_admins; allows_deletions]',
    ],
    [
      'a block',
      protection('  required_pull_request_reviews {\n    required_approving_review_count = 2\n  }'),
      protection(''),
      'high infra/main.tf:1 < infra/main.tf:1: no longer has required_pull_request_reviews in github_branch_protection.main [terraform; github_branch_protection.main; required_pull_request_reviews]',
    ],
    [
      'the resource is gone',
      `\n${protection('')}`,
      'a = 1\n',
      'high infra/main.tf:1 < infra/main.tf:2: no longer has github_branch_protection.main [terraform; github_branch_protection.main; gone]',
    ],
    [
      'the file is gone',
      protection(''),
      undefined,
      'high infra/main.tf:- < infra/main.tf:1: no longer has github_branch_protection.main [terraform; github_branch_protection.main; gone]',
    ],
    [
      'its count is none',
      protection(''),
      protection('  count = 0'),
      'high infra/main.tf:1 < infra/main.tf:1: no longer has github_branch_protection.main [terraform; github_branch_protection.main; gone]',
    ],
    [
      'it is for each of none',
      protection(''),
      protection('  for_each = toset([])'),
      'high infra/main.tf:1 < infra/main.tf:1: no longer has github_branch_protection.main [terraform; github_branch_protection.main; gone]',
    ],
    [
      'for each of an empty map',
      protection(''),
      protection('  for_each = {}'),
      'high infra/main.tf:1 < infra/main.tf:1: no longer has github_branch_protection.main [terraform; github_branch_protection.main; gone]',
    ],
    [
      'for each of an empty list',
      protection(''),
      protection('  for_each = []'),
      'high infra/main.tf:1 < infra/main.tf:1: no longer has github_branch_protection.main [terraform; github_branch_protection.main; gone]',
    ],
    ['it was there no time already', protection('  count = 0'), protection('  count = 0\n  enforce_admins = false')],
    [
      'an expression decides',
      protection('  count = 1'),
      protection('  count = var.a ? 1 : 0'),
      'high infra/main.tf:1 < infra/main.tf:1: lets an expression decide whether it is there in github_branch_protection.main [terraform; github_branch_protection.main; count]',
    ],
    [
      'for each of an expression',
      protection(''),
      protection('  for_each = var.a'),
      'high infra/main.tf:1 < infra/main.tf:1: lets an expression decide whether it is there in github_branch_protection.main [terraform; github_branch_protection.main; count]',
    ],
    ['as many times', protection(''), protection('  count = 10')],
    ['for each of what is written', protection(''), protection('  for_each = { a = 1 }')],
    ['an expression that decided already', protection('  count = var.a'), protection('  count = var.a')],
    [
      'a ruleset',
      resource('github_repository_ruleset', 'r', '  enforcement = "active"'),
      resource('github_repository_ruleset', 'r', '  enforcement = "disabled"'),
      'high infra/main.tf:1 < infra/main.tf:1: sets enforcement to disabled (before: active) in github_repository_ruleset.r [terraform; github_repository_ruleset.r; enforcement]',
    ],
    [
      'of an organization',
      resource('github_organization_ruleset', 'r', ''),
      '',
      'high infra/main.tf:1 < infra/main.tf:1: no longer has github_organization_ruleset.r [terraform; github_organization_ruleset.r; gone]',
    ],
    [
      'of GitLab',
      `${resource('gitlab_branch_protection', 'r', '')}${resource('gitlab_project_approval_rule', 'r', '')}${resource('gitlab_project_level_mr_approvals', 'r', '')}${resource('gitlab_project_push_rules', 'r', '')}${resource('github_branch_protection_v3', 'r', '')}`,
      '',
      'high infra/main.tf:1 < infra/main.tf:1: no longer has gitlab_branch_protection.r [terraform; gitlab_branch_protection.r; gone]',
      'high infra/main.tf:1 < infra/main.tf:4: no longer has gitlab_project_approval_rule.r [terraform; gitlab_project_approval_rule.r; gone]',
      'high infra/main.tf:1 < infra/main.tf:7: no longer has gitlab_project_level_mr_approvals.r [terraform; gitlab_project_level_mr_approvals.r; gone]',
      'high infra/main.tf:1 < infra/main.tf:10: no longer has gitlab_project_push_rules.r [terraform; gitlab_project_push_rules.r; gone]',
      'high infra/main.tf:1 < infra/main.tf:13: no longer has github_branch_protection_v3.r [terraform; github_branch_protection_v3.r; gone]',
    ],
    [
      'what only begins so',
      `${resource('github_branch_protection_x', 'r', '')}${resource('x_github_branch_protection', 'r', '')}`,
      '',
    ],
    [
      'a repository',
      resource('github_repository', 'r', '  visibility = "private"\n  allow_force_pushes = false'),
      resource('github_repository', 'r', '  visibility = "public"\n  allow_force_pushes = true'),
      'high infra/main.tf:1 < infra/main.tf:1: sets visibility to public (before: private) in github_repository.r [terraform; github_repository.r; visibility]',
    ],
    ['a project that is gone', resource('gitlab_project', 'r', '  visibility_level = "private"'), ''],
    [
      'another resource',
      resource('aws_s3_bucket', 'r', '  visibility = "private"'),
      resource('aws_s3_bucket', 'r', '  visibility = "public"'),
    ],
  ])('of Terraform: %s', (_, before, after, ...expected) => {
    expect(lost([touched('infra/main.tf', before, after)])).toEqual(expected);
  });

  test('a resource may be in another file of its folder now', () => {
    const moved = (to: string) =>
      lost([touched('infra/a.tf', protection(''), ''), touched(to, undefined, protection('  enforce_admins = false'))]);
    expect(moved('infra/b.tofu')).toEqual([]);
    expect(moved('other/b.tf')).toHaveLength(1);
    const json = JSON.stringify({ resource: { github_branch_protection: { main: {} } } });
    expect(
      lost([
        touched('infra/a.tf', protection('  enforce_admins = true'), ''),
        touched('infra/b.tf.json', undefined, json),
      ]),
    ).toEqual([
      'high infra/b.tf.json:1 < infra/a.tf:1: turns enforce_admins off in github_branch_protection.main [terraform; github_branch_protection.main; enforce_admins]',
    ]);
  });

  test('defaults of variables hold where no file of variables may say otherwise', () => {
    const text = (value: string) =>
      `variable "on" {\n  default = ${value}\n}\n${protection('  enforce_admins = var.on')}`;
    expect(lost([touched('infra/a.tf', text('true'), text('false'))])).toHaveLength(1);
    expect(
      lost([touched('infra/a.tf', text('true'), text('true').replace('var.on', 'var.on'))], ['infra/prod.tfvars']),
    ).toEqual([]);
    expect(lost([touched('infra/a.tf', protection('  enforce_admins = true'), text('true'))])).toEqual([]);
    const open = lost(
      [touched('infra/a.tf', protection('  enforce_admins = true'), text('true'))],
      ['infra/env/prod.tfvars.json'],
    );
    expect(open).toEqual([expect.stringContaining('lets an expression decide enforce_admins')]);
    expect(
      lost(
        [touched('infra/a.tf', protection('  enforce_admins = true'), text('true'))],
        ['other/prod.tfvars', 'infra/prod.tfvars.bak'],
      ),
    ).toEqual([]);
  });

  test('what an override file says holds over other files', () => {
    const override = (path: string, before: string | undefined, after: string | undefined) =>
      lost([touched(path, before, after)]);
    expect(override('infra/override.tf', undefined, protection(''))).toEqual([
      'high infra/override.tf:1: newly overrides github_branch_protection.main, which was not compared with what it says elsewhere [terraform; github_branch_protection.main; override]',
    ]);
    expect(
      override(
        'infra/a_override.tofu.json',
        undefined,
        JSON.stringify({ resource: { gitlab_branch_protection: { a: {} } } }),
      ),
    ).toHaveLength(1);
    expect([
      override('infra/override.tf', protection(''), protection('')),
      override('infra/override.tf', protection(''), undefined),
      override('infra/override.tf', undefined, resource('github_repository', 'r', '')),
    ]).toEqual([[], [], []]);
    expect(override('infra/override.tf', protection(''), protection('  a = 1'))).toHaveLength(1);
    expect(override('infra/xoverride.tf', undefined, protection(''))).toEqual([]);
    expect(override('override.tf', undefined, protection(''))).toHaveLength(1);
  });
});

describe('resources of Terraform', () => {
  const read = (text: string, hasVariables = false) =>
    JSON.parse(JSON.stringify(terraformResources(text, hasVariables))) as unknown[];
  const one = (body: string) => (read(`resource "a" "b" {\n${body}\n}\n`)[0] as { value: unknown } | undefined)?.value;
  test.each<readonly [string, string, unknown]>([
    ['a word', 'a = true', { a: 'true' }],
    ['a text', 'a = "x # y // z"', { a: 'x # y // z' }],
    ['a list', 'a = [1, "b, c", var.d]', { a: ['1', 'b, c', 'var.d'] }],
    ['a list over lines', 'a = [\n  1, # x\n  2,\n]\nb = 1', { a: ['1', '2'], b: '1' }],
    ['a list of lists', 'a = [[1], { b = 2 }]\nc = 1', { a: ['1', 'b', '=', '2'], c: '1' }],
    ['brackets in a text', 'a = ["]", "["]\nb = "}"\nc = 1', { a: [']', '['], b: '}', c: '1' }],
    ['an expression', 'a = var.x ? "y" : z\nb = 1', { a: 'var.x ? y : z', b: '1' }],
    ['an expression over lines', 'a = f(\n  1,\n  2\n)\nb = 1', { a: 'f ( 1 , 2 )', b: '1' }],
    ['two expressions over lines', 'a = f(1,\n2) + g(3,\n4)\nb = 1', { a: 'f ( 1 , 2 ) + g ( 3 , 4 )', b: '1' }],
    ['brackets in a text of an expression', 'a = f("(")\nb = 1', { a: 'f ( ( )', b: '1' }],
    ['a map', 'a = {\n  b = 1\n}\nc = 2', { a: '{ b = 1 }', c: '2' }],
    ['an expression at the end of a block', 'a { b = 1 }\nc = 2', { a: [{ b: '1' }], c: '2' }],
    ['blocks', 'a {\n  b = 1\n}\na {\n  b = 2\n}', { a: [{ b: '1' }, { b: '2' }] }],
    ['a block after a value of its name', 'a = 1\na {\n  b = 2\n}', { a: [{ b: '2' }] }],
    ['a block with labels', 'a "x" "y" {\n  b = 1\n}\nc = 2', { a: [{ b: '1' }], c: '2' }],
    ['a block with a word', 'dynamic x {\n  b = 1\n}', { x: [{ b: '1' }] }],
    ['a name in quotes', '"a" = 1', { a: '1' }],
    ['a sign in quotes', 'a "=" {\n b = 1\n}', { a: [{ b: '1' }] }],
    ['comments', '# a = 1\n// b = 1\n/* c = 1\n*/ d = 1', { d: '1' }],
    ['a here-document', 'a = <<EOT\nb = 1\n}\nEOT\nc = 1', { a: 'b = 1\n}\n', c: '1' }],
    ['a here-document that is indented', 'a = <<-EOT\n  x\n  EOT\nc = 1', { a: '  x\n', c: '1' }],
    ['two here-documents', 'a = <<A\nx\nA\nb = <<A\ny\nA\nc = 1', { a: 'x\n', b: 'y\n', c: '1' }],
    ['escapes', 'a = "x\\"y"\nb = 1', { a: 'x\\"y', b: '1' }],
  ])('are read with %s', (_, body, expected) => {
    expect(one(body)).toEqual(expected);
  });

  test('what is not a resource is passed over, and lines are counted', () => {
    const lines = (text: string) => terraformResources(text).map(({ type, name, line }) => `${type}.${name}:${line}`);
    expect(
      lines('data "a" "b" {\n}\n\nresource "c" "d" {\n}\nmodule "x" {\n source = "y"\n}\nresource "e" "f" {}'),
    ).toEqual(['c.d:4', 'e.f:9']);
    expect(lines('/*\n\n*/ resource "a" "b" {\n x = <<E\n\n\nE\n}\nresource "c" "d" {}')).toEqual(['a.b:3', 'c.d:9']);
    expect(
      lines('resource a "b" {}\nresource "a" b {}\nresource "a" "b"\n"resource" "a" "b" {}\nresource "a" "b" {}'),
    ).toEqual(['a.b:5']);
    expect(lines('resource "a" "b" {}\n/* resource "c" "d" {}')).toEqual(['a.b:1']);
    expect(lines('resource "a" "b" { x = <<E\nresource "c" "d" {}')).toEqual(['a.b:1']);
  });

  test('locals and defaults of variables take the place of their names', () => {
    const text = (more = '') =>
      `locals {\n  a = true\n  l = [1, 2]\n}\nvariable "b" {\n  default = "x"\n}\nvariable "c" {\n}\nresource "r" "s" {\n  a = local.a\n  b = var.b\n  c = var.c\n  d = [local.a, local.z]\n  e {\n    f = local.l\n  }\n${more}}\n`;
    const value = (hasVariables: boolean) => (read(text(), hasVariables)[0] as { value: unknown }).value;
    expect(value(false)).toEqual({ a: 'true', b: 'x', c: 'var.c', d: ['true', 'local.z'], e: [{ f: ['1', '2'] }] });
    expect(value(true)).toMatchObject({ b: 'var.b, "x" by default', c: expect.stringMatching(/^var\.c, /) });
    expect(
      read('locals "x" {\n a = 1\n}\n"locals" {\n}\nvariable x {\n}\nresource "r" "s" {\n a = local.a\n}\n'),
    ).toEqual([{ type: 'r', name: 's', line: 8, value: { a: 'local.a' } }]);
  });

  test('blocks are read to a depth', () => {
    const nested = (depth: number) =>
      `resource "a" "b" {\n${'x {\n'.repeat(depth)}y = 1\n${'}\n'.repeat(depth)}z = 1\n}\n`;
    const depthOf = (value: unknown): number =>
      typeof value === 'object' && value !== null && 'x' in value ? 1 + depthOf((value.x as unknown[])[0]) : 0;
    expect([20, 21].map((depth) => depthOf(terraformResources(nested(depth))[0]?.value))).toEqual([20, 20]);
  });

  test('in JSON they are by type and name, also in lists', () => {
    const lines = (value: unknown) =>
      jsonResources(Buffer.from(JSON.stringify(value, null, 1))).map(
        ({ type, name, value: own, line }) => `${type}.${name}:${line} ${JSON.stringify(own)}`,
      );
    expect(lines({ resource: { a: { b: { x: 1 }, c: [{ x: 2 }, { x: 3 }] } } })).toEqual([
      'a.b:4 {"x":1}',
      'a.c:8 {"x":2}',
      'a.c:11 {"x":3}',
    ]);
    expect(lines({ resource: [{ a: [{ b: { x: 1 } }] }, { c: { d: {} } }, 'e'] })).toEqual([
      'a.b:6 {"x":1}',
      'c.d:14 {}',
    ]);
    expect([lines({ other: {} }), lines({ resource: { a: 1 } })]).toEqual([[], []]);
    expect(jsonResources(Buffer.from('{'))).toEqual([]);
  });
});

describe('updates that are merged without a person', () => {
  const said = (path: string, before: string | undefined, after: string | undefined) =>
    newAutomerge(touched(path, before, after)).map(lossText);
  const workflow = '.github/workflows/a.yml';
  const run = (command: string) => `jobs:\n  a:\n    steps:\n      - run: ${command}\n`;
  test.each<readonly [string, string, string | undefined, string | undefined, ...string[]]>([
    [
      'gh',
      workflow,
      run('echo'),
      run('gh pr merge --auto 1'),
      'medium .github/workflows/a.yml:4: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    ['gh that turns it off', workflow, run('echo'), run('gh pr merge 1 --disable-auto')],
    ['gh that turns it off with more', workflow, run('echo'), run('gh pr merge --disable-auto')],
    [
      'gh that only speaks of it',
      workflow,
      run('echo'),
      run('gh pr merge 1; echo --disable-auto'),
      'medium .github/workflows/a.yml:4: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'an approval',
      workflow,
      run('echo'),
      run('gh pr review 1 --approve'),
      'medium .github/workflows/a.yml:4: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'an approval in short',
      workflow,
      run('echo'),
      run('gh pr review -a 1'),
      'medium .github/workflows/a.yml:4: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    ['a review', workflow, run('echo'), run('gh pr review --comment 1')],
    [
      'glab',
      workflow,
      run('echo'),
      run('glab mr approve 1'),
      'medium .github/workflows/a.yml:4: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'the API',
      workflow,
      run('echo'),
      run('curl -X PUT https://api/repos/a/pulls/1/merge'),
      'medium .github/workflows/a.yml:4: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'GraphQL',
      workflow,
      run('echo'),
      run('echo enablePullRequestAutoMerge'),
      'medium .github/workflows/a.yml:4: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'GitLab’s API',
      '.gitlab-ci.yml',
      'a: {script: [x]}\n',
      'a:\n  script:\n    - curl x?merge_when_pipeline_succeeds=true\n',
      'medium .gitlab-ci.yml:3: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'an action',
      workflow,
      run('echo'),
      'jobs:\n  a:\n    steps:\n      - uses: peter-evans/enable-pull-request-automerge@v1\n',
      'medium .github/workflows/a.yml:4: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'an action of a folder',
      '.github/actions/a/action.yml',
      'runs: {steps: []}\n',
      'runs:\n  steps:\n    - uses: a/b/auto-approve@v1\n',
      'medium .github/actions/a/action.yml:3: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    ['another action', workflow, run('echo'), 'jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v1\n'],
    ['what says so elsewhere', workflow, run('echo'), 'name: auto-approve\njobs: {a: {steps: [{run: x}]}}\n'],
    [
      'in several lines',
      workflow,
      run('echo'),
      'jobs:\n  a:\n    steps:\n      - run: |\n          echo\n          gh pr \\\n            merge 1\n',
      'medium .github/workflows/a.yml:6: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'in a folded text',
      workflow,
      run('echo'),
      'jobs:\n  a:\n    steps:\n      - run: >\n          gh pr\n          merge 1\n',
      'medium .github/workflows/a.yml:4: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'in a comment of a script',
      workflow,
      run('echo'),
      'jobs:\n  a:\n    steps:\n      - run: |\n          # gh pr merge 1\n          echo\n',
    ],
    ['as before, elsewhere', workflow, run('gh pr merge 1'), `# x\n${run('gh  pr   merge 1')}`],
    [
      'a second time',
      workflow,
      run('gh pr merge 1'),
      'jobs:\n  a:\n    steps:\n      - run: gh pr merge 1\n      - run: gh pr merge 1\n',
      'medium .github/workflows/a.yml:5: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'another way',
      workflow,
      run('gh pr merge 1'),
      run('gh pr merge 2'),
      'medium .github/workflows/a.yml:4: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'a new file',
      workflow,
      undefined,
      run('gh pr merge 1'),
      'medium .github/workflows/a.yml:4: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    ['a file that is gone', workflow, run('gh pr merge 1'), undefined],
    [
      'a file that is not YAML',
      workflow,
      'x',
      'a: [\n  gh pr merge 1\n',
      'medium .github/workflows/a.yml:2: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    ['another file', 'scripts/a.sh', 'x', 'gh pr merge 1\n'],
    [
      'Mergify',
      '.mergify.yml',
      'a: 1\n',
      'pull_request_rules:\n  - actions:\n      merge: {}\n',
      'medium .mergify.yml:3: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'Mergify elsewhere',
      '.github/mergify.yaml',
      '',
      '{queue: {}}\n',
      'medium .github/mergify.yaml:1: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    ['Mergify that does something else', '.mergify/config.yml', '', 'submerge: 1\n'],
    ['a file that only looks so', 'x.mergify.yml', '', 'merge: {}\n'],
    [
      'Kodiak',
      '.github/.kodiak.toml',
      '',
      'version = 1\nmerge.automerge_label = "a"\n',
      'medium .github/.kodiak.toml:2: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'Kodiak by its section',
      '.kodiak.toml',
      '',
      '[merge]\n',
      'medium .kodiak.toml:1: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    ['Kodiak that does not', '.kodiak.toml', '', '[approve]\nx.automerge_label = 1\n'],
    [
      'Bulldozer',
      '.bulldozer.yml',
      '',
      '"merge" : {}\n',
      'medium .bulldozer.yml:1: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'Renovate',
      'renovate.json',
      '{"a":1}',
      '{\n  "automerge": true\n}',
      'medium renovate.json:2: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
    [
      'a preset that is not read',
      'renovate.json',
      '{"a":1}',
      '{"extends": ["github>a/b"]}',
      'low renovate.json:1: newly takes settings from github>a/b, which is not read and may have requests merged by themselves [automerge; preset]',
    ],
    [
      'both',
      'renovate.json',
      '{"a":1}',
      '{"extends": ["github>a/b"],\n "automerge": true}',
      'medium renovate.json:2: newly has requests merged by themselves: what an update brings is then delivered unseen [automerge]',
    ],
  ])('%s', (_, path, before, after, ...expected) => {
    expect(said(path, before, after)).toEqual(expected);
  });

  test('commands are told from what only looks like them', () => {
    const merges = (command: string) => said(workflow, undefined, run(command)).length === 1;
    const own = [
      'gh pr merge',
      'gh pr merge 1 --disable-autox',
      'gh pr review 1 --approve',
      'x;gh pr review -a',
      'glab mr merge',
      'glab mr accept',
      'github.rest.pulls.merge()',
      'pulls.createReview()',
      'a/merge_requests/1/merge',
    ];
    const others = [
      'xgh pr merge',
      'gh pr mergex',
      'gh pr reviewx --approve',
      'gh pr review --approvex',
      'gh pr review -ax',
      'xgh pr review --approve',
      'xglab mr merge',
      'glab mr mergex',
      'xpulls.merge()',
      'a/pulls/1/mergex',
      'gh pr merge --disable-auto 1',
    ];
    expect([own.filter((each) => !merges(each)), others.filter(merges)]).toEqual([[], []]);
    const services = ['.mergify.yaml', '.mergify/config.yaml', '.github/mergify.yml', '.bulldozer.yaml'];
    expect(services.filter((path) => said(path, undefined, 'merge:\n').length === 0)).toEqual([]);
    expect(
      ['x/.bulldozer.yml', '.bulldozer.ymlx', 'x.kodiak.toml'].filter(
        (path) => said(path, undefined, 'merge:\n[merge\n').length > 0,
      ),
    ).toEqual([]);
    expect(said('.kodiak.toml', undefined, 'x [merge\nautomerge_labels = 1\n')).toEqual([]);
  });

  test('lines that go on are joined up to a number', () => {
    const joined = (count: number) =>
      said(workflow, undefined, `[\n${'a \\\n'.repeat(count)}gh pr \\\nmerge 1\n`).length;
    expect([joined(49), joined(50)]).toEqual([1, 0]);
  });
});

describe('Renovate', () => {
  test.each<readonly [string, string, string, ...string[]]>([
    ['everything', 'renovate.json', '{"automerge": true}', '1 automerge'],
    ['nothing', 'renovate.json', '{"automerge": false, "x": [{"automerge": "true"}]}'],
    [
      'some packages',
      'renovate.json5',
      '{\n  // x\n  packageRules: [\n    {matchPackageNames:["a"],automerge:true},\n  ],\n}',
      '4 automerge',
    ],
    [
      'by a preset of its own',
      '.renovaterc',
      '{"extends": [":automergeMinor", ":automergeDisabled", "config:base", "group:all"]}',
      '1 :automergeMinor',
    ],
    [
      'by a preset of others',
      'renovate.json',
      '{"extends": ["github>a/b#1", "a://x", "local>x"]}',
      '1 extends github>a/b',
      '1 extends a://x',
      '1 extends local>x',
    ],
    [
      'by a preset of others that is called so',
      'renovate.json',
      '{"extends": ["github>a/b:automerge"]}',
      '1 github>a/b:automerge',
    ],
    ['escaped', 'renovate.json', '{"\\u0061utomerge": true}', '1 automerge'],
    ['in a comment', 'renovate.json5', '{/* automerge: true */ "a": "// automerge: true"}'],
    ['in package.json', 'package.json', '{\n "renovate": {"automerge": true}, "automerge": true}', '2 automerge'],
    [
      'in a program',
      'renovate.config.js',
      'module.exports = {\n automerge: !0,\n x: "github>a/b:automerge",\n\n automerge : true }',
      '2 text 0',
      '3 text 1',
      '5 text 2',
    ],
    ['what cannot be read', 'renovate.json', '{ automerge: true ]', '1 text 0'],
    ['a package that cannot be read', 'package.json', '{ "automerge": true ]'],
  ])('%s', (_, path, text, ...expected) => {
    const found = automerges(path, text).map(({ line, key, unread }) => {
      const name = key.startsWith('[') ? (JSON.parse(key) as [string, string])[1] : key;
      return `${line} ${name}${unread === undefined || key === `extends ${unread.replace(/#.*/, '')}` ? '' : ` ${unread}`}`;
    });
    expect(found).toEqual(expected);
  });

  test('what it is for is part of it', () => {
    const keys = (text: string) => automerges('renovate.json', text).map(({ key }) => key);
    const [all] = keys('{"automerge": true}');
    expect(keys('{"automerge": true, "x": 1}')).toEqual([all]);
    expect(keys('{"a": {"automerge": true}}')).not.toEqual([all]);
    expect(keys('{"matchX": ["a"], "automerge": true}')).not.toEqual(keys('{"matchX": ["b"], "automerge": true}'));
    expect(keys('{"excludeX": ["a"], "automerge": true}')).not.toEqual([all]);
    expect(keys('{"r": [{"x": 1, "automerge": true}]}')).toEqual(keys('{"r": [{}, {"automerge": true}]}'));
    expect(keys('{"r": [{"automerge": true}]}')).not.toEqual(keys('{"s": [{"automerge": true}]}'));
    expect(keys('{"a": {"b": {"automerge": true}}}')).not.toEqual(keys('{"c": {"b": {"automerge": true}}}'));
  });

  test('its files are known by their names', () => {
    const own = [
      'renovate.json',
      '.renovaterc',
      '.renovaterc.json5',
      'x/renovate/default.js',
      'renovate-config.mts',
      'a/renovate.ts',
      'package.json',
      'x/package.json',
    ];
    const others = [
      'xrenovate.json',
      'renovate.yaml',
      'renovate/x/y.json',
      'package.json5',
      'xpackage.json',
      'renovaterc.bak',
      'renovate.json.bak',
      'renovate.jsonx',
    ];
    expect([own.filter((each) => !isRenovate(each)), others.filter(isRenovate)]).toEqual([[], []]);
  });
});
