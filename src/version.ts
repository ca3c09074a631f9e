/** The program's version; a test holds it equal to package.json. */
export const version = '1.0.0';

/** Where the program's sources and pages stand. */
export const homepage = 'https://github.com/gitops-gate/gitops-gate';
