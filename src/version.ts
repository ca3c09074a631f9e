/** The program's version; a test holds it equal to package.json. */
export const version = '1.0.0';

/** Where the program's sources are: `.ci/own.mjs` rewrites it for a copy. */
export const homepage = 'https://github.com/gitops-gate/gitops-gate';

/** The pages as they are on the default branch: there from the first push on, with or without a release. */
const pages = `${homepage}/blob/HEAD/.github/docs`;

/** The page of a rule. */
export const rulePage = (id: string) => `${pages}/rules/${id}.md`;

/** How a finding is accepted, from the command to the merged entry. */
export const acceptingPage = `${pages}/accepting.md`;
