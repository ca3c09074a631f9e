import { describe, expect, test } from '@jest/globals';
import { githubLinks } from '../../src/host/github/github-links.ts';
import { acceptingPage, rulePage } from '../../src/version.ts';

const head = 'ec26c3e57ca3a959ca5aad62de7213c562f8c821';
const env = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'shop/clusters' };

describe('links to a change', () => {
  test.each([
    ['base/role.yaml', 'base/role.yaml'],
    ['a b/#1?.yaml', 'a%20b/%231%3F.yaml'],
    ['100%/ü.yaml', '100%25/%C3%BC.yaml'],
    ['half\ud800.yaml', 'half%EF%BF%BD.yaml'],
    ['x](https://evil.example)', 'x%5D(https%3A//evil.example)'],
  ])('%p is one path of the blob page', (path, encoded) => {
    expect(githubLinks(env, head).file(path, 7)).toBe(`https://github.com/shop/clusters/blob/${head}/${encoded}#L7`);
  });

  test('a commit has its page; a file without a head has none', () => {
    expect(githubLinks(env, head).commit(head)).toBe(`https://github.com/shop/clusters/commit/${head}`);
    expect(githubLinks(env, undefined).file('a.yaml', 1)).toBeUndefined();
  });

  test('an Enterprise Server’s links stay on it', () => {
    const ghes = { ...env, GITHUB_SERVER_URL: 'https://ghe.example.com' };
    expect(githubLinks(ghes, head).file('a.yaml', 1)).toMatch(/^https:\/\/ghe\.example\.com\/shop\/clusters\/blob\//);
  });
});

describe('links to rule pages', () => {
  const action = { GITHUB_ACTION_REPOSITORY: 'gitops-gate/gitops-gate', GITHUB_ACTION_REF: 'v1' };

  test('lead to the action’s repository at the version that runs', () => {
    expect(githubLinks({ ...env, ...action }, head).rule?.('rbac-widened')).toBe(
      'https://github.com/gitops-gate/gitops-gate/blob/v1/.github/docs/rules/rbac-widened.md',
    );
    expect(githubLinks({ ...env, ...action }, head).accepting).toMatch(/\/blob\/v1\/\.github\/docs\/accepting\.md$/);
  });

  test('lead to our own where the action may be a copy elsewhere, or is run from the checkout', () => {
    const ghes = { ...env, ...action, GITHUB_SERVER_URL: 'https://ghe.example.com' };
    for (const each of [ghes, env]) {
      expect(githubLinks(each, head).rule?.('rbac-widened')).toBe(rulePage('rbac-widened'));
      expect(githubLinks(each, head).accepting).toBe(acceptingPage);
    }
  });
});
