import { describe, expect, test } from '@jest/globals';
import { type Located, locate } from '../../src/cli/forge/locate.ts';
import { type Tokens, tokenFor } from '../../src/cli/forge/token.ts';
import { InputError } from '../../src/input-error.ts';

const nothing = { forge: undefined, project: undefined, api: undefined };

function found(stated: Partial<Parameters<typeof locate>[0]>, origin?: string, env = {}): string {
  try {
    const { forge, api, repository } = locate({ ...nothing, ...stated }, origin, env);
    return `${forge} ${api} ${repository}`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems.map(({ what }) => what).join();
  }
}

describe('where the repository is', () => {
  test.each([
    ['https://github.com/acme/clusters.git', 'github https://api.github.com acme/clusters'],
    ['https://github.com/acme/clusters/', 'github https://api.github.com acme/clusters'],
    ['https://user:secret@github.com/acme/clusters', 'github https://api.github.com acme/clusters'],
    ['git@github.com:acme/clusters.git', 'github https://api.github.com acme/clusters'],
    ['ssh://git@ssh.github.com:443/acme/clusters.git', 'github https://api.github.com acme/clusters'],
    ['https://acme.ghe.com/acme/clusters', 'github https://api.acme.ghe.com acme/clusters'],
    ['https://github.example.com/acme/clusters', 'github https://github.example.com/api/v3 acme/clusters'],
    ['ssh://git@github.example.com:2222/acme/clusters', 'github https://github.example.com/api/v3 acme/clusters'],
    ['https://github.example.com:8443/acme/clusters', 'github https://github.example.com:8443/api/v3 acme/clusters'],
    ['https://gitlab.com/acme/platform/clusters.git', 'gitlab https://gitlab.com/api/v4 acme/platform/clusters'],
    ['git@gitlab.example.com:acme/clusters.git', 'gitlab https://gitlab.example.com/api/v4 acme/clusters'],
    ['https://git.example.com/acme/clusters', 'Whether git.example.com is GitHub or GitLab is not known.'],
    ['https://github.com/acme', '"acme" does not name a repository.'],
    ['https://github.com/acme/a/b', '"acme/a/b" does not name a repository.'],
    ['HTTPS://GitHub.com/acme/clusters.GIT', 'github https://api.github.com acme/clusters.GIT'],
    ['git://github.com/acme/clusters', 'github https://api.github.com acme/clusters'],
    ['http://github.com:80/acme/clusters', 'github https://api.github.com acme/clusters'],
    ['ssh://git@altssh.gitlab.com:443/acme/clusters', 'gitlab https://gitlab.com/api/v4 acme/clusters'],
    ['https://www.github.com/acme/clusters', 'github https://api.github.com acme/clusters'],
    ['https://notssh.github.com/acme/clusters', 'github https://notssh.github.com/api/v3 acme/clusters'],
    ['https://my-github.example.com/acme/clusters', 'github https://my-github.example.com/api/v3 acme/clusters'],
    ['https://my.gitlab-eu.example.com/acme/clusters', 'gitlab https://my.gitlab-eu.example.com/api/v4 acme/clusters'],
    ['https://mygithub.example.com/acme/clusters', 'Whether mygithub.example.com is GitHub or GitLab is not known.'],
    ['https://gitlabs.example.com/acme/clusters', 'Whether gitlabs.example.com is GitHub or GitLab is not known.'],
    ['https://github.com.example.com/acme/clusters', 'github https://github.com.example.com/api/v3 acme/clusters'],
    ['https://ghe.com/acme/clusters', 'Whether ghe.com is GitHub or GitLab is not known.'],
    ['git@github.com:/acme/clusters/', 'github https://api.github.com acme/clusters'],
    ['github.com:acme/clusters', 'github https://api.github.com acme/clusters'],
    ['git@host:acme/clusters', 'The origin of the clone is not on a forge.'],
    ['file:///srv/git/acme', 'The origin of the clone is not on a forge.'],
    ['https://github.com/acme/clusters.git.git', 'github https://api.github.com acme/clusters.git'],
    ['https://github.com/acme/my.github', 'github https://api.github.com acme/my.github'],
    ['https://mygitlab.example.com/acme/clusters', 'Whether mygitlab.example.com is GitHub or GitLab is not known.'],
    ['xhttps://github.com/acme/clusters', 'The origin of the clone is not on a forge.'],
    ['/srv/git@github.com:acme/clusters', 'The origin of the clone is not on a forge.'],
    ['https://gitlab.com/acme', '"acme" does not name a repository.'],
    ['/srv/git/clusters.git', 'The origin of the clone is not on a forge.'],
    ['../clusters', 'The origin of the clone is not on a forge.'],
    [undefined, 'The clone has no origin that says where its forge is.'],
  ])('origin %s', (origin, expected) => {
    expect(found({}, origin)).toBe(expected);
  });

  test.each([
    [{ project: 'https://github.com/other/one' }, 'github https://api.github.com other/one'],
    [{ project: 'other/one' }, 'github https://api.github.com other/one'],
    [{ forge: 'github', project: 'https://git.example.com/a/b' }, 'github https://git.example.com/api/v3 a/b'],
    [{ api: 'https://git.example.com/api/v3/' }, 'github https://git.example.com/api/v3 acme/clusters'],
    [
      { api: 'https://git.example.com/gitlab/api/v4', project: 'a/b/c' },
      'gitlab https://git.example.com/gitlab/api/v4 a/b/c',
    ],
    [{ api: 'https://api.example.com' }, 'github https://api.example.com acme/clusters'],
    [{ api: 'https://git.example.com/api/v4///' }, 'gitlab https://git.example.com/api/v4 acme/clusters'],
    [{ api: 'https://git.example.com/x/api/v3' }, 'github https://git.example.com/x/api/v3 acme/clusters'],
    [{ api: 'https://git.example.com/api/v30' }, 'Whether git.example.com is GitHub or GitLab is not known.'],
    [{ api: 'https://git.example.com/api/v4/x' }, 'Whether git.example.com is GitHub or GitLab is not known.'],
    [{ forge: 'gitlab', api: 'https://git.example.com/' }, 'gitlab https://git.example.com acme/clusters'],
    [{ forge: 'gitlab', project: 'https://git.example.com/a/b' }, 'gitlab https://git.example.com/api/v4 a/b'],
    [{ forge: 'gitlab' }, 'gitlab https://github.com/api/v4 acme/clusters'],
    [{ api: 'http://localhost:8080/api/v3' }, 'github http://localhost:8080/api/v3 acme/clusters'],
    [
      { api: 'http://localhost.example.com/api/v3' },
      '--api-url is not encrypted: whoever is on the way could read the token',
    ],
    [{ api: 'http://xlocalhost/api/v3' }, '--api-url is not encrypted: whoever is on the way could read the token'],
    [
      { api: 'https://user@git.example.com/api/v3' },
      '--api-url holds more than an address: a user, a query or a fragment',
    ],
    [
      { api: 'https://:pw@git.example.com/api/v3' },
      '--api-url holds more than an address: a user, a query or a fragment',
    ],
    [{ api: 'xhttp://git.example.com/api/v3' }, '--api-url is not an address'],
    [{ api: 'httpsx://git.example.com/api/v3' }, '--api-url is not an address'],
    [{ api: 'git.example.com' }, '--api-url is not an address'],
    [{ api: 'file:///etc/passwd' }, '--api-url is not an address'],
    [
      { api: 'http://git.example.com/api/v3' },
      '--api-url is not encrypted: whoever is on the way could read the token',
    ],
    [
      { api: 'http://127.0.0.1.example.com/api/v3' },
      '--api-url is not encrypted: whoever is on the way could read the token',
    ],
    [{ api: 'http://127.0.0.1:8080/api/v3' }, 'github http://127.0.0.1:8080/api/v3 acme/clusters'],
    [{ api: 'http://[::1]:8080/api/v3' }, 'github http://[::1]:8080/api/v3 acme/clusters'],
    [
      { api: 'https://git.example.com/api/v3?x=' },
      '--api-url holds more than an address: a user, a query or a fragment',
    ],
    [{ api: 'https://git.example.com/api/v3#' }, '--api-url holds more than an address: a user, a query or a fragment'],
    [
      { api: 'https://user:pw@git.example.com/api/v3' },
      '--api-url holds more than an address: a user, a query or a fragment',
    ],
    [{ project: '..' }, '".." does not name a repository.'],
    [{ project: 'a/b?x=1' }, '"a/b?x=1" does not name a repository.'],
    [{ forge: 'gitlab', project: '?a/b' }, '"?a/b" does not name a repository.'],
    [{ forge: 'gitlab', project: 'a/b?' }, '"a/b?" does not name a repository.'],
    [{ forge: 'gitlab', project: 'a/b/c' }, 'gitlab https://github.com/api/v4 a/b/c'],
    [{ project: 'a/b/c' }, '"a/b/c" does not name a repository.'],
    [{ project: '?a/b' }, '"?a/b" does not name a repository.'],
  ] as const)('flags %j outrank origin', (stated, expected) => {
    expect(found(stated, 'git@github.com:acme/clusters.git')).toBe(expected);
  });

  test('a job’s variables say what its own forge is', () => {
    const github = { GITHUB_SERVER_URL: 'https://git.example.com', GITHUB_API_URL: 'https://git.example.com/api/v3' };
    expect(found({}, 'https://git.example.com/a/b', github)).toBe('github https://git.example.com/api/v3 a/b');
    const gitlab = {
      CI_SERVER_URL: 'https://git.example.com/gitlab',
      CI_API_V4_URL: 'https://git.example.com/gitlab/api/v4',
    };
    expect(found({}, 'https://git.example.com/gitlab/a/b.git', gitlab)).toBe(
      'gitlab https://git.example.com/gitlab/api/v4 a/b',
    );
    expect(found({}, 'https://git.example.com/gitlab', gitlab)).toBe('"gitlab" does not name a repository.');
    expect(found({}, 'https://git.example.com/gitlabx/a/b', gitlab)).toBe(
      'gitlab https://git.example.com/gitlab/api/v4 gitlabx/a/b',
    );
    expect(found({}, 'https://git.example.com/a/b', { GITHUB_SERVER_URL: 'https://git.example.com' })).toBe(
      'github https://git.example.com/api/v3 a/b',
    );
    expect(found({}, 'https://git.example.com/a/b', { CI_SERVER_URL: 'https://git.example.com' })).toBe(
      'gitlab https://git.example.com/api/v4 a/b',
    );
    expect(found({ forge: 'github' }, 'https://elsewhere.example.com/a/b', github)).toBe(
      'github https://elsewhere.example.com/api/v3 a/b',
    );
    expect(found({ forge: 'gitlab' }, 'https://elsewhere.example.com/a/b', gitlab)).toBe(
      'gitlab https://elsewhere.example.com/api/v4 a/b',
    );
    expect(found({}, 'https://git.example.com/a/b', { CI_SERVER_URL: 'git.example.com' })).toContain('is not known');
    expect(found({}, 'https://elsewhere.example.com/a/b', { ...github, ...gitlab })).toContain('is not known');
  });
});

test('what is not known is to be said by a flag', () => {
  const fixes = (stated: Partial<Parameters<typeof locate>[0]>, origin?: string) => {
    try {
      return locate({ ...nothing, ...stated }, origin, {});
    } catch (error) {
      return error instanceof InputError ? error.problems[0]?.fix : error;
    }
  };
  expect(fixes({ project: 'x/y/z' }, 'https://github.com/a/b')).toBe('Write --project OWNER/NAME');
  expect(fixes({ project: 'x' }, 'https://gitlab.com/a/b')).toBe('Write --project GROUP/SUBGROUP/NAME');
  expect(fixes({})).toBe('Name the repository by its address: --project https://github.com/OWNER/NAME');
  expect(fixes({ project: 'a/b' })).toBe('Name the repository by its address: --project https://github.com/OWNER/NAME');
  expect(fixes({ api: 'https://git.example.com/api/v3' })).toBe(
    'Name the repository by its address: --project https://github.com/OWNER/NAME',
  );
  expect(fixes({ project: 'a/b', api: 'https://git.example.com/api/v3' })).toMatchObject({ repository: 'a/b' });
  expect(fixes({}, 'https://git.example.com/a/b')).toContain('--forge github (Enterprise Server) or --forge gitlab');
});

describe('which token', () => {
  const all: Tokens = {
    GH_TOKEN: 'gh',
    GITHUB_TOKEN: 'github',
    GH_ENTERPRISE_TOKEN: 'enterprise',
    GITLAB_TOKEN: 'gitlab',
  };
  const cloud: Located = { forge: 'github', api: 'https://api.github.com', repository: 'a/b' };
  const server: Located = { forge: 'github', api: 'https://git.example.com/api/v3', repository: 'a/b' };
  const gitlab: Located = { forge: 'gitlab', api: 'https://git.example.com/api/v4', repository: 'a/b' };
  const chosen = (located: Located, tokens: Tokens, isNamed = false, env = {}) => {
    try {
      return tokenFor(located, isNamed, tokens, env);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return error.problems.map(({ what, fix }) => `${what} ${fix}`).join();
    }
  };

  test('that of the gate is for every forge', () => {
    for (const each of [cloud, server, gitlab]) expect(chosen(each, { ...all, GITOPS_GATE_TOKEN: 'own' })).toBe('own');
  });

  test('one for github.com goes to no other host, unless that is named', () => {
    const { GH_ENTERPRISE_TOKEN, ...rest } = all;
    expect(chosen(cloud, all)).toBe('gh');
    expect(chosen(server, all)).toBe(GH_ENTERPRISE_TOKEN);
    expect(chosen(server, rest)).toContain('There is no token to ask git.example.com');
    expect(chosen(server, rest, true)).toBe('gh');
    expect(chosen(server, rest, false, { GITHUB_API_URL: 'https://git.example.com/api/v3' })).toBe('gh');
    const look: Located = { ...cloud, api: 'https://api.github.com.evil.example' };
    expect(chosen(look, rest)).toContain('There is no token');
  });

  test('one for gitlab.com likewise', () => {
    expect(chosen({ ...gitlab, api: 'https://gitlab.com/api/v4' }, all)).toBe('gitlab');
    expect(chosen(gitlab, all)).toContain('There is no token to ask git.example.com');
    expect(chosen(gitlab, all, false, { GITLAB_HOST: 'git.example.com' })).toBe('gitlab');
  });

  test('that is missing is asked for by the names that are looked at', () => {
    const page = 'The page posture.md says what it must be allowed to read.';
    expect(chosen(cloud, {})).toBe(
      `There is no token to ask api.github.com how the repository is set up. Set GITOPS_GATE_TOKEN or GH_TOKEN or GITHUB_TOKEN, e.g. GH_TOKEN=$(gh auth token) gitops-gate posture. ${page}`,
    );
    expect(chosen(server, {})).toBe(
      `There is no token to ask git.example.com how the repository is set up. Set GITOPS_GATE_TOKEN or GH_ENTERPRISE_TOKEN or GITHUB_ENTERPRISE_TOKEN. ${page}`,
    );
    expect(chosen({ ...gitlab, api: 'https://gitlab.com/api/v4' }, {})).toBe(
      `There is no token to ask gitlab.com how the repository is set up. Set GITOPS_GATE_TOKEN or GITLAB_TOKEN, e.g. GITLAB_TOKEN=… gitops-gate posture. ${page}`,
    );
    expect(chosen(gitlab, {})).toBe(
      `There is no token to ask git.example.com how the repository is set up. Set GITOPS_GATE_TOKEN. ${page}`,
    );
  });

  test('of several the one for this host goes first', () => {
    const tenant: Located = { ...cloud, api: 'https://api.acme.ghe.com' };
    const { GH_TOKEN, ...withoutGh } = all;
    expect(chosen(tenant, all)).toBe(GH_TOKEN);
    expect(chosen(tenant, withoutGh)).toBe('github');
    expect(chosen({ ...cloud, api: 'https://acme.ghe.com' }, withoutGh)).toBe('enterprise');
    expect(chosen({ ...cloud, api: 'https://api.example.com' }, withoutGh)).toBe('enterprise');
    expect(chosen(server, all, true)).toBe('enterprise');
    expect(chosen(gitlab, all, true)).toBe('gitlab');
    expect(chosen(gitlab, all, false, { CI_SERVER_URL: 'https://git.example.com' })).toBe('gitlab');
    expect(chosen(gitlab, all, false, { GITLAB_HOST: 'https://git.example.com' })).toBe('gitlab');
    expect(chosen(cloud, { GH_TOKEN: 'a$TOKEN', GITHUB_TOKEN: 'x' })).toBe('a$TOKEN');
    expect(chosen(cloud, { GH_TOKEN: '$TOKEN!' })).toBe('$TOKEN!');
    expect(chosen(cloud, { GH_TOKEN: ' x' })).toContain('GH_TOKEN holds what no token holds.');
    expect(chosen(cloud, { GH_TOKEN: 'x ' })).toContain('Set it to the token alone, in one line and without quotes.');
  });

  test('what is none is said, and not sent', () => {
    for (const token of ['$TOKEN', `$${'{TOKEN}'}`, 'two\nlines', 'ä'])
      expect(chosen(cloud, { GH_TOKEN: token })).toContain('GH_TOKEN holds what no token holds.');
    expect(chosen(cloud, { GH_TOKEN: 'two\nlines' })).not.toContain('lines\n');
  });
});
