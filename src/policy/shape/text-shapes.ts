import { text } from './shape.ts';

/** One line of text that says something, such as the example. */
export const lineLike = (example: string) => text(/^[^\n]*\S[^\n]*$/u, 'a line of text', example);

/** One line of text that says why. */
export const line = lineLike('agreed with the platform team');

/** A name of letters, digits, dots, dashes and underscores. */
export const shortName = text(
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/u,
  'a short name (letters, digits, ".", "_", "-")',
  'admin',
);

/** A path or glob, from the top of the repository. */
export const glob = text(
  /^[^/\\\n][^\\\n]*$/u,
  'a path or glob from the top of the repository, without a leading slash',
  'clusters/prod/**',
);

/** A scope as reports name it, or a glob of such names. */
export const scopeName = text(
  /^[^\s\\](?:[^\n\\]*[^\s\\])?$/u,
  'the name of a scope as reports have it, or a glob of names',
  'clusters/prod',
);

/** A branch by its short name, or a glob of such names. */
export const branchGlob = text(
  /^(?!refs\/|-|\/)[^\s\\~^:[]+$/u,
  'a branch name or a glob of them, without refs/heads/',
  'release/*',
);

/** How a Kubernetes object is named: no wildcard, no empty part. */
export const objectName = text(
  /^[A-Za-z0-9.-]+(\/[^/\s]+){1,2}$/u,
  'Kind/name or Kind/namespace/name',
  'Role/ci/deployer',
  'for example "Role/ci/deployer"; an object without a name is selected by its file (path)',
);

export const email = text(/^[^\s@]+@[^\s@]+$/u, 'an email address', 'ana@example.org');

export const url = text(/^https:\/\/[^\s]+$/u, 'an https URL', 'https://token.actions.githubusercontent.com');
